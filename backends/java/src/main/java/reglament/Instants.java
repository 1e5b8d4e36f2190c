package reglament;

import java.time.LocalDate;
import java.time.LocalDateTime;

/** Civil minutes and days as numbers: a day counts from 1970-01-01, an instant is its day's 1440 minutes and the minute. */
final class Instants {
    static final int MINUTES = 1440;
    static final int LAST = MINUTES - 1;

    private Instants() {}

    static int of(LocalDateTime at) {
        return Math.toIntExact(at.toLocalDate().toEpochDay()) * MINUTES + at.getHour() * 60 + at.getMinute();
    }

    static LocalDateTime shown(int at) {
        return date(day(at)).atTime(minute(at) / 60, minute(at) % 60);
    }

    static LocalDateTime shownOrNull(Integer at) {
        return at == null ? null : shown(at);
    }

    static LocalDate date(int day) {
        return LocalDate.ofEpochDay(day);
    }

    static int day(int at) {
        return Math.floorDiv(at, MINUTES);
    }

    static int minute(int at) {
        return Math.floorMod(at, MINUTES);
    }
}
