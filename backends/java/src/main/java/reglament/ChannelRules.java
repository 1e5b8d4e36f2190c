package reglament;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import reglament.Artifact.Length;
import reglament.Artifact.Limit;
import reglament.Artifact.Node;

/** A regulation in one channel, with everything looked up that a case of it needs. */
final class ChannelRules {
    private final Artifact all;
    private final Days days;
    private final Artifact.Regulation regulation;
    private final Artifact.Channel rules;
    private final Map<String, String> readings;
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, Integer> facts = new TreeMap<>();
    private final Map<Integer, Hours> hours = new ConcurrentHashMap<>();
    private final Ruler provider;

    ChannelRules(Artifact all, Days days, Artifact.Regulation regulation, Artifact.Channel rules) {
        this.all = all;
        this.days = days;
        this.regulation = regulation;
        this.rules = rules;
        this.readings = all.readings().get(rules.readings());
        for (int ix = 0; ix < rules.nodes().size(); ix++) {
            places.put(rules.nodes().get(ix).id(), ix);
        }
        TreeSet<Integer> asked = new TreeSet<>();
        conditions().forEach(condition -> condition.visit((fact, value) -> asked.add(fact)));
        asked.forEach(fact -> facts.put(all.facts().get(fact).id(), fact));
        this.provider = new Ruler(hours(rules.termSchedule()), readings, true);
    }

    private List<Condition> conditions() {
        List<Condition> conditions = new ArrayList<>();
        rules.nodes().forEach(node -> node.next().forEach(edge -> conditions.add(edge.when())));
        rules.terms().forEach(it -> conditions.add(it.when()));
        rules.extensions().forEach(it -> conditions.add(it.when()));
        rules.documents().forEach(it -> conditions.add(it.when()));
        return conditions;
    }

    Artifact.Channel rules() {
        return rules;
    }

    Artifact.Regulation regulation() {
        return regulation;
    }

    Days days() {
        return days;
    }

    boolean reads(String doubt, String answer) {
        return answer.equals(readings.get(doubt));
    }

    private Hours hours(int schedule) {
        boolean moved = reads("moved-days", "yes");
        return hours.computeIfAbsent(schedule, ix -> new Hours(days, all.schedules().get(ix), moved));
    }

    /** The place of a node; {@code null}: there is none of that name. */
    Integer place(String step) {
        return places.get(step);
    }

    Node node(int ix) {
        return rules.nodes().get(ix);
    }

    String actor(int ix) {
        Integer actor = node(ix).actor();
        return actor == null ? null : all.actors().get(actor).id();
    }

    Map<String, String> text(Integer ix) {
        return ix == null ? Map.of() : all.texts().get(ix);
    }

    /** What is asked in this channel, with the values that each fact can have. */
    Map<String, List<String>> facts() {
        Map<String, List<String>> named = new TreeMap<>();
        facts.forEach((name, ix) -> named.put(name, all.facts().get(ix).values()));
        return named;
    }

    /** Names and values as places; refused where there is none of that name. */
    Map<Integer, Integer> factsOf(Map<String, String> told) {
        Map<Integer, Integer> found = new HashMap<>();
        new TreeMap<>(told).forEach((name, value) -> {
            Integer fact = facts.get(name);
            if (fact == null) {
                throw new Refused("unknown-fact");
            }
            int place = all.facts().get(fact).values().indexOf(value);
            if (place < 0) {
                throw new Refused("unknown-value");
            }
            found.put(fact, place);
        });
        return found;
    }

    Map<String, String> named(Map<Integer, Integer> known) {
        Map<String, String> named = new TreeMap<>();
        known.forEach((ix, value) -> named.put(all.facts().get(ix).id(), all.facts().get(ix).values().get(value)));
        return named;
    }

    int countsAsFiled(int at) {
        Artifact.Acceptance accepts = rules.accepts();
        if (accepts == null) {
            days.known(Instants.day(at));
            return at;
        }
        return hours(accepts.schedule()).countsAsFiled(accepts.roundTheClock(), at);
    }

    Ruler stepRuler(int schedule) {
        return new Ruler(hours(schedule), readings, false);
    }

    /** The earliest of the node's limits; {@code null}: all are counted back from a term that is not known. */
    Integer limit(Node node, int anchor, Supplier<Integer> termEnd) {
        Integer earliest = null;
        for (Limit limit : node.limits()) {
            Integer end = limitEnd(node, limit, anchor, termEnd);
            if (end != null && (earliest == null || end < earliest)) {
                earliest = end;
            }
        }
        return earliest;
    }

    Integer limitEnd(Node node, Limit limit, int anchor, Supplier<Integer> termEnd) {
        if (!limit.beforeTerm()) {
            return stepRuler(node.schedule()).until(limit.length(), anchor);
        }
        Integer end = termEnd.get();
        return end == null ? null : (Integer) provider.before(limit.length(), end);
    }

    /** Of the terms that hold, the one that ends first; {@code null}: none is known. */
    Integer termEnd(Map<Integer, Integer> known, List<Length> more, int counted, List<TermEnd.Stop> stops) {
        Integer earliest = null;
        for (Artifact.Term term : rules.terms()) {
            if (term.limit() == null || !term.when().holds(known).orElse(false)) {
                continue;
            }
            List<Length> parts = new ArrayList<>();
            parts.add(term.limit());
            parts.addAll(more);
            Length check = rules.completenessCheck();
            int start = check == null ? counted : stepRuler(rules.termSchedule()).until(check, counted);
            int end = new TermEnd(parts, provider, start).end(stops);
            earliest = earliest == null ? end : Math.min(earliest, end);
        }
        return earliest;
    }
}
