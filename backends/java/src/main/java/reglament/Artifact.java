package reglament;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** The rules as they stand in the file. docs/artifact.md says what each field means. */
public record Artifact(
        List<Actor> actors,
        List<Calendar> calendars,
        List<Document> documents,
        List<Fact> facts,
        String format,
        String hash,
        List<Organisation> organisations,
        List<Map<String, String>> readings,
        List<Regulation> regulations,
        int revision,
        List<Schedule> schedules,
        List<Standard> standards,
        List<Map<String, String>> texts,
        int version) {

    public enum Unit {
        @JsonProperty("minute") MINUTE,
        @JsonProperty("hour") HOUR,
        @JsonProperty("working_day") WORKING_DAY,
        @JsonProperty("calendar_day") CALENDAR_DAY,
        @JsonProperty("month") MONTH,
        @JsonProperty("year") YEAR,
        @JsonProperty("same_day") SAME_DAY,
        @JsonProperty("day") DAY
    }

    public enum Kind {
        @JsonProperty("choice") CHOICE,
        @JsonProperty("end") END,
        @JsonProperty("join") JOIN,
        @JsonProperty("parallel") PARALLEL,
        @JsonProperty("receipt") RECEIPT,
        @JsonProperty("step") STEP,
        @JsonProperty("wait") WAIT;

        /** As in the file. */
        public String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    public enum Pace {
        @JsonProperty("at_once") AT_ONCE,
        @JsonProperty("automatic") AUTOMATIC,
        @JsonProperty("limited") LIMITED,
        @JsonProperty("open") OPEN
    }

    public enum Outcome {
        @JsonProperty("granted") GRANTED,
        @JsonProperty("refused") REFUSED,
        @JsonProperty("returned") RETURNED
    }

    public enum ActorKind {
        @JsonProperty("applicant") APPLICANT,
        @JsonProperty("official") OFFICIAL,
        @JsonProperty("outside") OUTSIDE,
        @JsonProperty("system") SYSTEM
    }

    public enum DayKind {
        @JsonProperty("working") WORKING,
        @JsonProperty("weekend") WEEKEND,
        @JsonProperty("holiday") HOLIDAY,
        @JsonProperty("substituted") SUBSTITUTED,
        @JsonProperty("moved") MOVED
    }

    public enum SaidBy {
        @JsonProperty("regulation") REGULATION,
        @JsonProperty("standard") STANDARD
    }

    public record Actor(String id, ActorKind kind, Integer label, Integer organisation) {}

    public record Organisation(String id, Integer label, int schedule) {}

    public record Document(String id, Integer label) {}

    public record Fact(String id, Integer label, List<String> values) {}

    public record Calendar(
            String id, List<Integer> weekend, Integer weekendName, Integer weekendSource, List<Year> years) {}

    public record Year(List<CalendarDay> days, boolean projected, int year) {}

    public record CalendarDay(
            LocalDate date, DayKind kind, Integer name, LocalDate other, Integer source, boolean working) {}

    public record Schedule(List<Opening> acceptance, String id, List<Opening> work) {}

    /** Open on some days of the week (1 is Monday) between two minutes, less the breaks. */
    public record Opening(
            List<List<Integer>> breaks, List<Integer> days, int from, LocalDate last, LocalDate since, int until) {
        boolean holdsOn(LocalDate date) {
            return (since == null || !date.isBefore(since)) && (last == null || !date.isAfter(last));
        }
    }

    public record Standard(
            Integer act,
            List<Named> grounds,
            String id,
            LocalDate inForceFrom,
            LocalDate inForceUntil,
            List<Named> results,
            Integer title) {}

    public record Named(List<String> clauses, String id, Integer label) {}

    public record Regulation(
            Integer act,
            int calendar,
            List<Channel> channels,
            LocalDate from,
            List<Named> grounds,
            String id,
            LocalDate inForceFrom,
            LocalDate inForceUntil,
            Integer organisation,
            List<Named> results,
            List<Saying> sayings,
            Integer standard,
            Integer title,
            LocalDate until) {
        /** Whether what is filed on that day falls under this version. */
        boolean takes(LocalDate date) {
            return inside(from, date, until);
        }

        boolean inForceOn(LocalDate date) {
            return inside(inForceFrom, date, inForceUntil);
        }

        private static boolean inside(LocalDate from, LocalDate date, LocalDate until) {
            return (from == null || !date.isBefore(from)) && (until == null || !date.isAfter(until));
        }
    }

    public record Saying(
            String about,
            Integer actor,
            List<String> channels,
            List<String> clauses,
            List<String> countedFrom,
            String id,
            Integer label,
            List<Limit> limits,
            Condition when) {}

    public record Channel(
            Acceptance accepts,
            Length completenessCheck,
            List<Requirement> documents,
            Integer entry,
            List<Extension> extensions,
            String id,
            Integer label,
            List<Node> nodes,
            int readings,
            int termSchedule,
            List<Term> terms) {}

    public record Acceptance(boolean roundTheClock, int schedule) {}

    public record Requirement(
            List<String> clauses, int document, boolean obtained, SaidBy saidBy, Condition when) {}

    public record Term(
            @JsonProperty("case") String name, List<String> clauses, Integer label, Length limit, Condition when) {}

    public record Extension(
            List<String> clauses,
            String id,
            Integer label,
            Length limit,
            Length notice,
            List<String> noticeFrom,
            Condition when) {}

    public record Node(
            Integer actor,
            List<Anchor> anchor,
            List<String> clauses,
            List<String> gives,
            Integer handsTo,
            String id,
            Kind kind,
            Integer label,
            List<Limit> limits,
            int needs,
            List<Edge> next,
            Outcome outcome,
            Pace pace,
            List<Integer> results,
            int schedule,
            String stage,
            boolean stopsClock) {}

    public record Edge(int to, Condition when) {}

    public record Limit(
            boolean beforeTerm, List<String> clauses, boolean firstDayCounted, long quantity, Unit unit) {
        Length length() {
            return new Length(firstDayCounted, quantity, unit);
        }
    }

    public record Length(boolean firstDayCounted, long quantity, Unit unit) {}
}
