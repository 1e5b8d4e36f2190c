package reglament;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import reglament.Artifact.Kind;
import reglament.Artifact.Node;
import reglament.Artifact.Pace;

/** One case: its state is nothing but the filing and the events so far. Not for several threads at once. */
public final class Case {
    private final ChannelRules channel;
    private final Filing filing;
    private final List<Event> events = new ArrayList<>();
    private final int counted;
    private final Map<Integer, Integer> facts;
    private final Map<Integer, Integer> done = new HashMap<>();
    private final TreeMap<Integer, Integer> active = new TreeMap<>();
    private final Map<Integer, List<Integer>> joining = new HashMap<>();
    private final List<Past> past = new ArrayList<>();
    private final List<String> extended = new ArrayList<>();
    private final List<TermEnd.Stop> stops = new ArrayList<>();
    private int last;
    private Integer stoppedSince;
    private Node end;
    private boolean withdrawn;
    private String stuckAt;
    private boolean beyond;

    Case(ChannelRules channel, Filing filing, int counted, Map<Integer, Integer> facts) {
        this.channel = channel;
        this.filing = filing;
        this.counted = counted;
        this.facts = facts;
        this.last = Instants.of(filing.filed());
        enter(channel.rules().entry(), counted);
    }

    // --- what is asked

    public Filing filing() {
        return filing;
    }

    /** The events so far: with the filing all that {@link Rules#replay} needs. */
    public List<Event> events() {
        return List.copyOf(events);
    }

    /** When the filing counts. */
    public LocalDateTime counted() {
        return Instants.shown(counted);
    }

    public boolean over() {
        return end != null || withdrawn || active.isEmpty();
    }

    /** What is under way, in the order of the nodes. */
    public List<Active> active() {
        return active.keySet().stream().map(ix -> active(ix, dueOrNone(ix))).toList();
    }

    /** What is under way, the earliest due date first; what has none last. */
    public List<Active> due() {
        Comparator<LocalDateTime> last = Comparator.nullsLast(Comparator.naturalOrder());
        return active().stream().sorted(Comparator.comparing(Active::due, last)).toList();
    }

    /** What should have been done before {@code now}, and is not. */
    public List<Active> late(LocalDateTime now) {
        return due().stream().filter(it -> it.binding() && it.due() != null && it.due().isBefore(now)).toList();
    }

    /** Whom the file can come to next, as far as the facts known leave it open. */
    public List<Next> next() {
        List<Next> all = new ArrayList<>();
        for (int after : active.keySet()) {
            Set<Integer> seen = new HashSet<>();
            Deque<Integer> open = new ArrayDeque<>(List.of(after));
            while (!open.isEmpty()) {
                for (Artifact.Edge edge : channel.node(open.pop()).next()) {
                    Node to = channel.node(edge.to());
                    if (!edge.when().holds(facts).orElse(true) || !seen.add(edge.to())) {
                        continue;
                    }
                    if (to.pace() == Pace.AUTOMATIC && to.kind() != Kind.END) {
                        open.push(edge.to());
                    } else {
                        all.add(new Next(channel.node(after).id(), to.id(), to.kind(), channel.actor(edge.to())));
                    }
                }
            }
        }
        return all;
    }

    /** The events that would be taken now. */
    public List<Allowed> allowed() {
        if (over()) {
            return List.of();
        }
        List<Allowed> allowed = new ArrayList<>();
        active.keySet().forEach(ix -> allowed.add(new Allowed(word(channel.node(ix).kind()), channel.node(ix).id())));
        List<Artifact.Extension> held = extensions();
        channel.rules().extensions().stream()
                .filter(it -> !held.contains(it))
                .forEach(it -> allowed.add(new Allowed("extended", it.id())));
        allowed.add(new Allowed("learned", null));
        allowed.add(new Allowed("withdrawn", null));
        return allowed;
    }

    /** On what ground a step under way is due: each of its limits with what it was counted from. */
    public List<Reason> why(String step) {
        Integer ix = channel.place(step);
        if (ix == null || !active.containsKey(ix)) {
            return List.of();
        }
        return channel.node(ix).limits().stream().map(limit -> reason(ix, limit)).toList();
    }

    /** When the term ends; empty: it is not known, or lies beyond the calendar. */
    public Optional<LocalDateTime> termEnd() {
        try {
            return Optional.ofNullable(Instants.shownOrNull(end()));
        } catch (Beyond beyondCalendar) {
            return Optional.empty();
        }
    }

    public CaseState state() {
        boolean far = beyond;
        Integer due = null;
        try {
            due = end();
        } catch (Beyond beyondCalendar) {
            far = true;
        }
        List<Active> shown = new ArrayList<>();
        for (int ix : active.keySet()) {
            Integer own = null;
            try {
                own = dueOf(ix);
            } catch (Beyond beyondCalendar) {
                far = true;
            }
            shown.add(active(ix, own));
        }
        int filed = Instants.of(filing.filed());
        Stream<LocalDateTime> dues = Stream.concat(shown.stream().map(Active::due), past.stream().map(Past::due));
        Stream<LocalDateTime> dates = Stream.concat(Stream.of(filing.filed()), dues);
        boolean projected = (due != null && channel.days().projected(Instants.day(due)))
                || dates.anyMatch(at -> at != null && channel.days().projected(Instants.day(Instants.of(at))));
        String status = end != null ? "ended" : withdrawn ? "withdrawn" : active.isEmpty() ? "stuck" : "open";
        return new CaseState(
                shown,
                far,
                counted(),
                List.copyOf(past),
                Instants.shownOrNull(due),
                end == null ? null : end.id(),
                extensions().stream().map(Artifact.Extension::id).toList(),
                channel.named(facts),
                channel.regulation().inForceOn(Instants.date(Instants.day(filed))),
                end == null ? null : end.outcome(),
                projected,
                status,
                over() ? null : Instants.shownOrNull(stoppedSince),
                stuckAt);
    }

    // --- what happens

    /** Changes the state, or throws {@link Refused} and changes nothing. */
    public void apply(Event event) {
        int at = Instants.of(event.at());
        if (over()) {
            throw new Refused("case-over");
        }
        if (at < last) {
            throw new Refused("out-of-order");
        }
        if (event instanceof Event.Done it) {
            act("done", it.step(), Map.of(), at);
        } else if (event instanceof Event.Decided it) {
            act("decided", it.step(), it.facts(), at);
        } else if (event instanceof Event.Arrived it) {
            act("arrived", it.step(), Map.of(), at);
        } else if (event instanceof Event.Learned it) {
            facts.putAll(learned(it.facts()));
        } else if (event instanceof Event.Extended it) {
            extend(it.extension());
        } else {
            withdrawn = true;
            active.clear();
        }
        last = at;
        settle(at);
        events.add(event);
    }

    private static String word(Kind kind) {
        return switch (kind) {
            case CHOICE -> "decided";
            case WAIT -> "arrived";
            case STEP, RECEIPT -> "done";
            default -> "";
        };
    }

    private void act(String word, String step, Map<String, String> told, int at) {
        Integer ix = channel.place(step);
        if (ix == null) {
            throw new Refused("unknown-step");
        }
        if (!word(channel.node(ix).kind()).equals(word)) {
            throw new Refused("wrong-event");
        }
        if (done.containsKey(ix)) {
            throw new Refused("already-done");
        }
        Integer came = active.get(ix);
        if (came == null) {
            throw new Refused("not-under-way");
        }
        if (at < came) {
            throw new Refused("too-early");
        }
        Map<Integer, Integer> learned = learned(told);
        Map<Integer, Integer> then = new HashMap<>(facts);
        then.putAll(learned);
        if (word.equals("decided") && way(ix, then).open()) {
            throw new Refused("undecided");
        }
        Integer due = null;
        try {
            due = dueOf(ix);
        } catch (Beyond beyondCalendar) {
            beyond = true;
        }
        facts.putAll(learned);
        finish(ix, at, due);
    }

    private Map<Integer, Integer> learned(Map<String, String> told) {
        Map<Integer, Integer> learned = channel.factsOf(told);
        learned.forEach((fact, value) -> {
            if (!facts.getOrDefault(fact, value).equals(value)) {
                throw new Refused("fact-settled");
            }
        });
        return learned;
    }

    private void extend(String extension) {
        if (channel.rules().extensions().stream().noneMatch(it -> it.id().equals(extension))) {
            throw new Refused("unknown-extension");
        }
        if (extended.contains(extension)) {
            throw new Refused("already-extended");
        }
        extended.add(extension);
    }

    /** Choices that nobody makes go on as soon as the facts say where. */
    private void settle(int at) {
        while (true) {
            Optional<Integer> settled = active.keySet().stream()
                    .filter(ix -> channel.node(ix).pace() == Pace.AUTOMATIC && !way(ix, facts).open())
                    .findFirst();
            if (settled.isEmpty()) {
                return;
            }
            finish(settled.get(), Math.max(at, active.get(settled.get())), null);
        }
    }

    private void finish(int ix, int at, Integer due) {
        Active was = active(ix, due);
        Node node = channel.node(ix);
        active.remove(ix);
        boolean late = !node.limits().isEmpty() && due != null && due < at;
        past.add(new Past(was.step(), was.kind(), was.actor(), was.from(), was.due(), Instants.shown(at), late));
        boolean waits = active.keySet().stream().anyMatch(other -> channel.node(other).stopsClock());
        if (node.stopsClock() && stoppedSince != null && !waits) {
            stops.add(new TermEnd.Stop(stoppedSince, at));
            stoppedSince = null;
        }
        leave(ix, at);
    }

    // --- how a file goes

    private void enter(int ix, int at) {
        Node node = channel.node(ix);
        if (end != null) {
            return;
        }
        if (node.kind() == Kind.END) {
            done.put(ix, at);
            end = node;
            active.clear();
        } else if (node.kind() == Kind.JOIN) {
            List<Integer> came = joining.computeIfAbsent(ix, none -> new ArrayList<>());
            came.add(at);
            if (came.size() >= node.needs() && !done.containsKey(ix)) {
                leave(ix, came.stream().max(Comparator.naturalOrder()).orElse(at));
            }
        } else if (node.kind() == Kind.PARALLEL) {
            done.put(ix, at);
            node.next().forEach(edge -> enter(edge.to(), at));
        } else if (node.pace() == Pace.AUTOMATIC && !way(ix, facts).open()) {
            leave(ix, at);
        } else {
            active.put(ix, at);
            if (node.stopsClock() && stoppedSince == null && channel.reads("clock-stop", "yes")) {
                stoppedSince = at;
            }
        }
    }

    /** Where the file goes: a node, or nowhere; open: that hangs on facts that are not known. */
    private record Way(Integer to, boolean open) {}

    private Way way(int ix, Map<Integer, Integer> known) {
        boolean open = false;
        for (Artifact.Edge edge : channel.node(ix).next()) {
            Optional<Boolean> holds = edge.when().holds(known);
            if (holds.orElse(false)) {
                return new Way(edge.to(), false);
            }
            open |= holds.isEmpty();
        }
        return new Way(null, open);
    }

    private void leave(int ix, int at) {
        done.put(ix, at);
        Way way = way(ix, facts);
        if (way.to() != null) {
            enter(way.to(), at);
        } else if (stuckAt == null) {
            stuckAt = channel.node(ix).id();
        }
    }

    // --- dates

    private Active active(int ix, Integer due) {
        Node node = channel.node(ix);
        LocalDateTime from = Instants.shown(active.get(ix));
        return new Active(node.id(), node.kind(), channel.actor(ix), from, Instants.shownOrNull(due), !node.limits().isEmpty());
    }

    private Integer dueOrNone(int ix) {
        try {
            return dueOf(ix);
        } catch (Beyond beyondCalendar) {
            return null;
        }
    }

    private Integer dueOf(int ix) {
        Node node = channel.node(ix);
        int came = active.get(ix);
        if (node.pace() == Pace.AT_ONCE) {
            return came;
        }
        if (node.pace() != Pace.LIMITED) {
            return null;
        }
        Integer limit = channel.limit(node, anchor(ix), this::end);
        return limit == null ? null : (Integer) Math.max(limit, came);
    }

    /** The latest of the node's events that happened. */
    private int anchor(int ix) {
        Integer latest = null;
        for (Anchor anchor : channel.node(ix).anchor()) {
            Integer happened = active.get(ix);
            if (anchor instanceof Anchor.Filing) {
                happened = counted;
            } else if (anchor instanceof Anchor.Done it) {
                happened = done.get(it.node());
            }
            if (happened != null && (latest == null || happened > latest)) {
                latest = happened;
            }
        }
        return latest == null ? active.get(ix) : latest;
    }

    /** Those that hold, in the order of the rules. */
    private List<Artifact.Extension> extensions() {
        Set<String> met = new HashSet<>(extended);
        channel.rules().extensions().stream()
                .filter(it -> !(it.when() instanceof Condition.Always) && it.when().holds(facts).orElse(false))
                .forEach(it -> met.add(it.id()));
        return channel.rules().extensions().stream().filter(it -> met.contains(it.id())).toList();
    }

    private Integer end() {
        List<Artifact.Length> more = extensions().stream().map(Artifact.Extension::limit).toList();
        return channel.termEnd(facts, more, counted, stops);
    }

    private Reason reason(int ix, Artifact.Limit limit) {
        Node node = channel.node(ix);
        int from = anchor(ix);
        Map<LocalDate, Map<String, String>> skipped = new LinkedHashMap<>();
        Integer until = null;
        try {
            until = channel.limitEnd(node, limit, from, this::end);
            Ruler ruler = channel.stepRuler(node.schedule());
            for (int day = Instants.day(from); until != null && !limit.beforeTerm() && day <= Instants.day(until); day++) {
                Artifact.CalendarDay listed = channel.days().listed(day);
                if (!ruler.working(day)) {
                    skipped.put(Instants.date(day), channel.text(listed == null ? null : listed.name()));
                }
            }
        } catch (Beyond beyondCalendar) {
            skipped.clear();
        }
        return new Reason(limit, Instants.shown(from), Instants.shownOrNull(until), skipped);
    }
}
