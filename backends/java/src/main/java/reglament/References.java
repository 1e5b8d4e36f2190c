package reglament;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import reglament.Artifact.Kind;
import reglament.Artifact.Node;
import reglament.Artifact.Pace;

/** Everything in an artifact that refers to something else, followed, so that an evaluator can look up without asking. */
final class References {
    private static final Map<String, Set<String>> READINGS = Map.of(
            "first-day", Set.of("no", "yes"),
            "day-end", Set.of("close", "midnight", "reception"),
            "roll", Set.of("term-only", "every-step"),
            "week", Set.of("own", "national"),
            "moved-days", Set.of("yes", "no"),
            "check-place", Set.of("inside", "before"),
            "clock-stop", Set.of("yes", "no"),
            "month-rule", Set.of("civil-code", "law-2000"),
            "unqualified-day", Set.of("calendar", "working"));

    private final Artifact rules;

    private References(Artifact rules) {
        this.rules = rules;
    }

    static void check(Artifact rules) throws LoadException {
        new References(rules).all();
    }

    private static void ensure(boolean holds, String place, String problem) throws LoadException {
        if (!holds) {
            throw new LoadException(LoadException.Problem.REFERENCE, place + ": " + problem);
        }
    }

    private static void inside(Integer ix, List<?> of, String place, String what) throws LoadException {
        ensure(ix == null || (ix >= 0 && ix < of.size()), place, "there is no such " + what);
    }

    private void texts(String place, Integer... all) throws LoadException {
        for (Integer ix : all) {
            inside(ix, rules.texts(), place, "text");
        }
    }

    private void named(String place, List<Artifact.Named> all) throws LoadException {
        for (Artifact.Named named : all) {
            texts(place, named.label());
        }
    }

    private void all() throws LoadException {
        for (Artifact.Calendar calendar : rules.calendars()) {
            calendar(calendar);
        }
        for (Artifact.Schedule schedule : rules.schedules()) {
            schedule(schedule);
        }
        for (Map<String, String> readings : rules.readings()) {
            boolean right = readings.keySet().equals(READINGS.keySet())
                    && readings.entrySet().stream().allMatch(it -> READINGS.get(it.getKey()).contains(it.getValue()));
            ensure(right, "readings", "a doubt has no answer, or an unknown one");
        }
        for (Artifact.Organisation it : rules.organisations()) {
            texts(it.id(), it.label());
            inside(it.schedule(), rules.schedules(), it.id(), "schedule");
        }
        for (Artifact.Actor it : rules.actors()) {
            texts(it.id(), it.label());
            inside(it.organisation(), rules.organisations(), it.id(), "organisation");
        }
        for (Artifact.Document it : rules.documents()) {
            texts(it.id(), it.label());
        }
        for (Artifact.Fact it : rules.facts()) {
            texts(it.id(), it.label());
            ensure(!it.values().isEmpty(), it.id(), "a fact has no values");
        }
        for (Artifact.Standard it : rules.standards()) {
            texts(it.id(), it.act(), it.title());
            named(it.id(), it.grounds());
            named(it.id(), it.results());
        }
        for (Artifact.Regulation it : rules.regulations()) {
            regulation(it);
        }
    }

    private void calendar(Artifact.Calendar calendar) throws LoadException {
        String place = calendar.id();
        texts(place, calendar.weekendName(), calendar.weekendSource());
        ensure(weekdays(calendar.weekend()), place, "a day of the week is a number from 1 to 7");
        ensure(!calendar.years().isEmpty(), place, "a calendar has no years");
        int expected = calendar.years().get(0).year();
        for (Artifact.Year year : calendar.years()) {
            boolean inOrder = year.year() == expected && near(year.year());
            ensure(inOrder, place, "years do not follow one another, or lie too far away");
            LocalDate before = null;
            for (Artifact.CalendarDay day : year.days()) {
                ensure(day.date().getYear() == year.year(), place, "a day stands under another year");
                ensure(before == null || before.isBefore(day.date()), place, "the days of a year are not in order");
                boolean known = day.other() == null || near(day.other().getYear());
                ensure(known, place, "a day refers to another that lies too far away");
                texts(place, day.name(), day.source());
                before = day.date();
            }
            expected++;
        }
    }

    private static boolean near(int year) {
        return year >= 1900 && year <= 2200;
    }

    private static void schedule(Artifact.Schedule schedule) throws LoadException {
        for (List<Artifact.Opening> openings : Arrays.asList(schedule.work(), schedule.acceptance())) {
            for (Artifact.Opening it : openings) {
                boolean breaks = it.breaks().stream()
                        .allMatch(pause -> pause.size() == 2
                                && pause.get(0) >= 0
                                && pause.get(0) < pause.get(1)
                                && pause.get(1) <= 1440);
                boolean hours = it.from() >= 0 && it.from() < it.until() && it.until() <= 1440;
                ensure(breaks && hours && weekdays(it.days()), schedule.id(), "hours are no hours of a day");
            }
        }
    }

    private void condition(String place, Condition condition) throws LoadException {
        boolean[] known = {true};
        condition.visit((fact, value) -> known[0] &=
                fact < rules.facts().size() && value < rules.facts().get(fact).values().size());
        ensure(known[0], place, "a condition asks for a fact or a value that is not there");
    }

    private void regulation(Artifact.Regulation it) throws LoadException {
        String place = it.id();
        texts(place, it.act(), it.title());
        named(place, it.grounds());
        named(place, it.results());
        inside(it.organisation(), rules.organisations(), place, "organisation");
        inside(it.calendar(), rules.calendars(), place, "calendar");
        inside(it.standard(), rules.standards(), place, "standard");
        for (Artifact.Saying saying : it.sayings()) {
            texts(place, saying.label());
            inside(saying.actor(), rules.actors(), place, "actor");
            condition(place, saying.when());
        }
        for (Artifact.Channel channel : it.channels()) {
            channel(place + " via " + channel.id(), channel);
        }
    }

    private void channel(String place, Artifact.Channel channel) throws LoadException {
        texts(place, channel.label());
        inside(channel.readings(), rules.readings(), place, "reading");
        inside(channel.termSchedule(), rules.schedules(), place, "schedule");
        if (channel.accepts() != null) {
            inside(channel.accepts().schedule(), rules.schedules(), place, "schedule");
        }
        for (Artifact.Term term : channel.terms()) {
            texts(place, term.label());
            condition(place, term.when());
        }
        for (Artifact.Extension extension : channel.extensions()) {
            texts(place, extension.label());
            condition(place, extension.when());
        }
        for (Artifact.Requirement requirement : channel.documents()) {
            inside(requirement.document(), rules.documents(), place, "document");
            condition(place, requirement.when());
        }
        inside(channel.entry(), channel.nodes(), place, "entry");
        for (Node node : channel.nodes()) {
            node(place + ", " + node.id(), channel, node);
        }
        ensure(acyclic(channel), place, "the procedure runs in a circle");
    }

    private void node(String place, Artifact.Channel channel, Node node) throws LoadException {
        texts(place, node.label());
        texts(place, node.results().toArray(Integer[]::new));
        inside(node.actor(), rules.actors(), place, "actor");
        inside(node.handsTo(), rules.actors(), place, "actor");
        inside(node.schedule(), rules.schedules(), place, "schedule");
        for (Artifact.Edge edge : node.next()) {
            inside(edge.to(), channel.nodes(), place, "node");
            condition(place, edge.when());
        }
        for (Anchor anchor : node.anchor()) {
            if (anchor instanceof Anchor.Done done) {
                inside(done.node(), channel.nodes(), place, "anchor");
            }
        }
        ensure(shaped(node), place, "a node has not the shape of its kind");
    }

    /** Whether what a node has goes with its kind. */
    private static boolean shaped(Node node) {
        boolean plain = node.next().stream().allMatch(edge -> edge.when() instanceof Condition.Always);
        boolean ways = switch (node.kind()) {
            case CHOICE -> true;
            case PARALLEL -> plain;
            case END -> node.next().isEmpty();
            default -> plain && node.next().size() <= 1;
        };
        boolean point = Set.of(Kind.END, Kind.JOIN, Kind.PARALLEL).contains(node.kind());
        boolean act = node.kind() == Kind.STEP || node.kind() == Kind.WAIT;
        boolean paced = node.pace() == Pace.AUTOMATIC
                ? !act
                : !point && (node.pace() == Pace.LIMITED) != node.limits().isEmpty();
        boolean ends = (node.kind() == Kind.END) == (node.outcome() != null);
        boolean joins = (node.kind() == Kind.JOIN) == (node.needs() > 0);
        return ways && paced && ends && joins && (!node.stopsClock() || node.kind() == Kind.WAIT);
    }

    private static boolean weekdays(List<Integer> days) {
        int before = 0;
        for (int day : days) {
            if (day <= before || day > 7) {
                return false;
            }
            before = day;
        }
        return true;
    }

    /** Node after node that nothing leads to any more; what is left over runs in a circle. */
    private static boolean acyclic(Artifact.Channel channel) {
        int[] coming = new int[channel.nodes().size()];
        channel.nodes().forEach(node -> node.next().forEach(edge -> coming[edge.to()]++));
        Deque<Integer> free = new ArrayDeque<>();
        for (int ix = 0; ix < coming.length; ix++) {
            if (coming[ix] == 0) {
                free.add(ix);
            }
        }
        int seen = 0;
        while (!free.isEmpty()) {
            seen++;
            for (Artifact.Edge edge : channel.nodes().get(free.remove()).next()) {
                if (--coming[edge.to()] == 0) {
                    free.add(edge.to());
                }
            }
        }
        return seen == coming.length;
    }
}
