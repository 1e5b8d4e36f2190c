package reglament;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;

/** The days of one calendar. */
final class Days {
    private final int first;
    private final int last;
    private final Set<Integer> weekend;
    private final Map<Integer, Artifact.CalendarDay> listed = new HashMap<>();
    private final Set<Integer> projected = new HashSet<>();

    Days(Artifact.Calendar calendar) {
        int years = calendar.years().size();
        first = (int) LocalDate.of(calendar.years().get(0).year(), 1, 1).toEpochDay();
        last = (int) LocalDate.of(calendar.years().get(years - 1).year(), 12, 31).toEpochDay();
        weekend = Set.copyOf(calendar.weekend());
        for (Artifact.Year year : calendar.years()) {
            year.days().forEach(day -> listed.put((int) day.date().toEpochDay(), day));
            if (year.projected()) {
                projected.add(year.year());
            }
        }
    }

    int known(int day) {
        if (day < first || day > last) {
            throw new Beyond();
        }
        return day;
    }

    /** What the calendar says of the day, if it differs from the plain week; else {@code null}. */
    Artifact.CalendarDay listed(int day) {
        return listed.get(known(day));
    }

    /** Whether it is a working day of the national calendar. */
    boolean working(int day) {
        Artifact.CalendarDay special = listed(day);
        return special != null ? special.working() : !weekend.contains(weekday(day));
    }

    boolean projected(int day) {
        return projected.contains(Instants.date(day).getYear());
    }

    /** 1 is Monday, 7 is Sunday. */
    static int weekday(int day) {
        return Math.floorMod(day + 3, 7) + 1;
    }

    /** The day on which so many of those that count have come, {@code day} itself not among them. */
    static int nth(long count, int day, IntPredicate counts) {
        int at = day;
        for (long left = count; left > 0; ) {
            at++;
            left -= counts.test(at) ? 1 : 0;
        }
        return at;
    }
}
