package reglament;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import reglament.Artifact.Length;
import reglament.Artifact.Unit;

/** Counts lengths by the hours of one schedule, under one set of readings: those of a step, or those of a term. */
record Ruler(Hours hours, Map<String, String> readings, boolean isTerm) {
    private boolean reads(String doubt, String answer) {
        return answer.equals(readings.get(doubt));
    }

    boolean working(int day) {
        if (isTerm || reads("week", "national")) {
            return hours.days().working(day);
        }
        return !hours.work(day).isEmpty();
    }

    int endOf(int day) {
        hours.days().known(day);
        if (isTerm && reads("day-end", "midnight")) {
            return day * Instants.MINUTES + Instants.LAST;
        }
        return day * Instants.MINUTES + hours.close(day, isTerm && reads("day-end", "reception"));
    }

    Unit meant(Unit unit) {
        if (unit != Unit.DAY) {
            return unit;
        }
        return reads("unqualified-day", "working") ? Unit.WORKING_DAY : Unit.CALENDAR_DAY;
    }

    /** The last minute in which something that may take the length from {@code since} on is in time. */
    int until(Length length, int since) {
        if (length.quantity() == 0 && length.unit() != Unit.SAME_DAY) {
            return since;
        }
        if (length.unit() == Unit.MINUTE || length.unit() == Unit.HOUR) {
            return hours.minutesOn(minutes(length), since);
        }
        int day = lastDay(length, since);
        return endOf(isTerm || reads("roll", "every-step") ? rolled(day) : day);
    }

    static long minutes(Length length) {
        return length.quantity() * (length.unit() == Unit.HOUR ? 60 : 1);
    }

    /** The day on which a length of days, months or years ends, not rolled. */
    int lastDay(Length length, int since) {
        Unit unit = meant(length.unit());
        int day = Instants.day(since);
        boolean itself = length.firstDayCounted();
        return switch (unit) {
            case SAME_DAY -> Days.nth(1, openDay(since) - 1, this::working);
            case WORKING_DAY -> Days.nth(length.quantity(), itself ? openDay(since) - 1 : day, this::working);
            case CALENDAR_DAY -> far((itself ? openDay(since) - 1 : day) + length.quantity());
            default -> months(length, unit, day);
        };
    }

    private int months(Length length, Unit unit, int day) {
        LocalDate from = Instants.date(day);
        LocalDate to = sameNumber(from, length.quantity() * (unit == Unit.YEAR ? 12 : 1));
        boolean exists = to.getDayOfMonth() == from.getDayOfMonth();
        boolean before = exists && (length.firstDayCounted() || reads("month-rule", "law-2000"));
        return far(before ? to.toEpochDay() - 1 : to.toEpochDay());
    }

    private static int far(long day) {
        if (day > Integer.MAX_VALUE / Instants.MINUTES) {
            throw new Beyond();
        }
        return (int) day;
    }

    /** The day of the same number so many months on, or that month's last day. */
    private static LocalDate sameNumber(LocalDate from, long months) {
        long year = Math.floorDiv(from.getYear() * 12L + from.getMonthValue() - 1 + months, 12L);
        if (year < 1 || year > 9999) {
            throw new Beyond();
        }
        YearMonth month = YearMonth.from(from).plusMonths(months);
        return month.atDay(Math.min(from.getDayOfMonth(), month.lengthOfMonth()));
    }

    /** The day of the instant, or the next if that is over. */
    private int openDay(int since) {
        int day = Instants.day(since);
        return endOf(day) < since ? day + 1 : day;
    }

    /** The first of this day and those after it that is a working day. */
    int rolled(int day) {
        return Days.nth(1, day - 1, this::working);
    }

    /** Counted back from the end of a term: the close of that day, by the working days of the national calendar. */
    int before(Length length, int end) {
        Unit unit = meant(length.unit());
        int day = Instants.day(end);
        switch (unit) {
            case MINUTE, HOUR -> {
                return hours.minutesBack(minutes(length), end);
            }
            case WORKING_DAY -> {
                for (long left = length.quantity(); left > 0; ) {
                    day--;
                    left -= hours.days().working(day) ? 1 : 0;
                }
            }
            case CALENDAR_DAY -> day = (int) Math.max(day - length.quantity(), -1_000_000);
            case MONTH, YEAR -> {
                long months = length.quantity() * (unit == Unit.YEAR ? 12 : 1);
                day = (int) sameNumber(Instants.date(day), -months).toEpochDay();
            }
            default -> { }
        }
        hours.days().known(day);
        return day * Instants.MINUTES + hours.close(day, false);
    }
}
