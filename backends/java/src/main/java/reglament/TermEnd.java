package reglament;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import reglament.Artifact.Length;
import reglament.Artifact.Unit;

/** When a term with its extensions ends, counted by the provider's days, though the clock may have stopped. */
record TermEnd(List<Length> parts, Ruler ruler, int start) {
    /** The clock stood from an instant to another. */
    record Stop(int since, int until) {}

    int end(List<Stop> stops) {
        if (parts.stream().allMatch(part -> part.unit() == Unit.MINUTE || part.unit() == Unit.HOUR)) {
            return endOfMinutes(stops);
        }
        int day = lastDay();
        int end = endOn(day);
        for (Stop stop : stops) {
            if (end < stop.since() || day < Instants.day(stop.since())) {
                continue;
            }
            int moved = moved(day, stop);
            if (endOn(moved) >= end) {
                day = moved;
                end = endOn(moved);
            }
        }
        return end;
    }

    private int endOfMinutes(List<Stop> stops) {
        Hours hours = ruler.hours();
        int end = hours.minutesOn(parts.stream().mapToLong(Ruler::minutes).sum(), start);
        for (Stop stop : stops) {
            if (stop.since() <= end) {
                end = Math.max(end, hours.minutesOn(hours.minutesBetween(stop.since(), end), stop.until()));
            }
        }
        return end;
    }

    private boolean firstDayCounted() {
        return parts.get(0).firstDayCounted() || "yes".equals(ruler.readings().get("first-day"));
    }

    private int lastDay() {
        int at = start;
        boolean first = firstDayCounted();
        for (Map.Entry<Unit, Long> kind : kinds().entrySet()) {
            if (kind.getKey() != Unit.MINUTE) {
                at = ruler.lastDay(new Length(first, kind.getValue(), kind.getKey()), at) * Instants.MINUTES;
            }
            first = false;
        }
        return Instants.day(at);
    }

    /** The parts added up by kind, in the order in which each kind first comes. */
    private Map<Unit, Long> kinds() {
        Map<Unit, Long> kinds = new LinkedHashMap<>();
        for (Length part : parts) {
            Unit unit = ruler.meant(part.unit());
            switch (unit) {
                case HOUR -> kinds.merge(Unit.MINUTE, part.quantity() * 60, Long::sum);
                case YEAR -> kinds.merge(Unit.MONTH, part.quantity() * 12, Long::sum);
                default -> kinds.merge(unit, part.quantity(), Long::sum);
            }
        }
        return kinds;
    }

    private int endOn(int day) {
        return ruler.endOf(ruler.rolled(day));
    }

    private boolean counts(int day) {
        boolean inWorkingDays = parts.stream().allMatch(part -> ruler.meant(part.unit()) == Unit.WORKING_DAY);
        return !inWorkingDays || ruler.hours().days().working(day);
    }

    /** The last day, if the clock stood so long. */
    private int moved(int last, Stop stop) {
        boolean itself = firstDayCounted() && ruler.meant(parts.get(0).unit()) == Unit.WORKING_DAY;
        int begun = Instants.day(start) + (itself ? 0 : 1);
        int rest = 0;
        for (int day = Math.max(Instants.day(stop.since()) + 1, begun); day <= last; day++) {
            rest += counts(day) ? 1 : 0;
        }
        int day = Instants.day(stop.until());
        if (rest == 0 && endOn(day) < stop.until()) {
            return day + 1;
        }
        return Days.nth(rest, day, this::counts);
    }
}
