package reglament;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The hours of one schedule on a calendar; a moved day off binds who works at weekends, or it does not. */
final class Hours {
    /** From a minute of the day up to another. */
    record Stretch(int from, int until) {}

    private final Days days;
    private final Artifact.Schedule schedule;
    private final boolean movedDays;
    private final Map<Integer, List<Stretch>> work = new ConcurrentHashMap<>();

    Hours(Days days, Artifact.Schedule schedule, boolean movedDays) {
        this.days = days;
        this.schedule = schedule;
        this.movedDays = movedDays;
    }

    Days days() {
        return days;
    }

    List<Stretch> work(int day) {
        List<Stretch> known = work.get(day);
        if (known == null) {
            known = stretches(schedule.work(), day);
            work.put(day, known);
        }
        return known;
    }

    List<Stretch> acceptance(int day) {
        return stretches(schedule.acceptance(), day);
    }

    /** The last minute of the day's hours; of a day without any, the usual close. */
    int close(int day, boolean reception) {
        List<Stretch> own = reception ? acceptance(day) : work(day);
        if (!own.isEmpty()) {
            return Math.min(own.get(own.size() - 1).until(), Instants.LAST);
        }
        List<Artifact.Opening> openings = reception ? schedule.acceptance() : schedule.work();
        int weekdays = latest(openings, day, 1, 5);
        int usual = weekdays >= 0 ? weekdays : latest(openings, day, 6, 7);
        return usual >= 0 ? Math.min(usual, Instants.LAST) : Instants.LAST;
    }

    /** The latest end on these days of the week, by what holds on the day; -1: they have no hours. */
    private static int latest(List<Artifact.Opening> openings, int day, int first, int last) {
        int latest = -1;
        for (int weekday = first; weekday <= last; weekday++) {
            for (Stretch stretch : joined(openings, day, weekday)) {
                latest = Math.max(latest, stretch.until());
            }
        }
        return latest;
    }

    private List<Stretch> stretches(List<Artifact.Opening> openings, int day) {
        int weekday = plays(day);
        return weekday == 0 ? List.of() : joined(openings, day, weekday);
    }

    private boolean opensOn(LocalDate date, int weekday) {
        return schedule.work().stream().anyMatch(it -> it.holdsOn(date) && it.days().contains(weekday));
    }

    /** The day of the week whose hours hold; 0: none do. */
    private int plays(int day) {
        Artifact.CalendarDay listed = days.listed(day);
        int own = Days.weekday(day);
        if (listed == null) {
            return own;
        }
        LocalDate date = listed.date();
        boolean atWeekends = opensOn(date, 6) || opensOn(date, 7);
        boolean bound = !atWeekends || movedDays;
        int other = listed.other() == null ? 0 : listed.other().getDayOfWeek().getValue();
        return switch (listed.kind()) {
            case WORKING, WEEKEND -> own;
            case HOLIDAY -> 0;
            case SUBSTITUTED -> !bound && other != 0 && opensOn(date, other) ? own : 0;
            case MOVED -> {
                if (!bound) {
                    yield own;
                }
                boolean rests = !listed.working() || (atWeekends && !opensOn(date, own));
                yield rests ? 0 : other == 0 ? own : other;
            }
        };
    }

    /** The stretches of those openings that hold on the day and have the day of the week, joined where they touch. */
    private static List<Stretch> joined(List<Artifact.Opening> openings, int day, int weekday) {
        LocalDate date = Instants.date(day);
        List<Stretch> parts = new ArrayList<>();
        for (Artifact.Opening opening : openings) {
            if (opening.holdsOn(date) && opening.days().contains(weekday)) {
                parts.addAll(lessBreaks(opening));
            }
        }
        parts.sort(Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::until));
        List<Stretch> joined = new ArrayList<>();
        for (Stretch part : parts) {
            Stretch before = joined.isEmpty() ? null : joined.get(joined.size() - 1);
            if (before != null && part.from() <= before.until()) {
                joined.set(joined.size() - 1, new Stretch(before.from(), Math.max(before.until(), part.until())));
            } else {
                joined.add(part);
            }
        }
        return joined;
    }

    private static List<Stretch> lessBreaks(Artifact.Opening opening) {
        List<Stretch> parts = new ArrayList<>();
        int start = opening.from();
        List<List<Integer>> breaks = new ArrayList<>(opening.breaks());
        breaks.sort(Comparator.<List<Integer>>comparingInt(it -> it.get(0)).thenComparingInt(it -> it.get(1)));
        for (List<Integer> pause : breaks) {
            int until = Math.min(pause.get(0), opening.until());
            if (start < until) {
                parts.add(new Stretch(start, until));
            }
            start = Math.max(start, pause.get(1));
        }
        if (start < opening.until()) {
            parts.add(new Stretch(start, opening.until()));
        }
        return parts;
    }

    /** The earliest instant by which so many minutes of work have passed. */
    int minutesOn(long count, int since) {
        if (count == 0) {
            return since;
        }
        long left = count;
        int minute = Instants.minute(since);
        for (int day = Instants.day(since); ; day++, minute = 0) {
            for (Stretch stretch : work(day)) {
                int start = Math.max(stretch.from(), minute);
                int length = stretch.until() - start;
                if (length > 0 && left <= length) {
                    return day * Instants.MINUTES + (int) Math.min(start + left, Instants.LAST);
                }
                left -= Math.max(length, 0);
            }
        }
    }

    /** The latest instant from which so much work is left. */
    int minutesBack(long count, int before) {
        if (count == 0) {
            return before;
        }
        long left = count;
        int minute = Instants.minute(before);
        for (int day = Instants.day(before); ; day--, minute = Instants.MINUTES) {
            List<Stretch> stretches = work(day);
            for (int at = stretches.size() - 1; at >= 0; at--) {
                int end = Math.min(stretches.get(at).until(), minute);
                int length = end - stretches.get(at).from();
                if (length > 0 && left <= length) {
                    return day * Instants.MINUTES + end - (int) left;
                }
                left -= Math.max(length, 0);
            }
        }
    }

    /** How many minutes of work lie between two instants. */
    long minutesBetween(int since, int until) {
        long total = 0;
        for (int day = Instants.day(since); day <= Instants.day(until); day++) {
            for (Stretch stretch : work(day)) {
                int first = Math.max(day * Instants.MINUTES + stretch.from(), since);
                int last = Math.min(day * Instants.MINUTES + stretch.until(), until);
                total += Math.max(0, last - first);
            }
        }
        return total;
    }

    /** The first minute at or after {@code at} in which a filing counts. */
    int countsAsFiled(boolean roundTheClock, int at) {
        int minute = Instants.minute(at);
        for (int day = Instants.day(at); ; day++, minute = 0) {
            List<Stretch> own = roundTheClock ? work(day) : acceptance(day);
            if (roundTheClock && !own.isEmpty()) {
                own = List.of(new Stretch(own.get(0).from(), own.get(own.size() - 1).until()));
            }
            for (Stretch stretch : own) {
                if (minute <= Math.min(stretch.until(), Instants.LAST)) {
                    return day * Instants.MINUTES + Math.max(stretch.from(), minute);
                }
            }
        }
    }
}
