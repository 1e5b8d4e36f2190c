package reglament;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Compiled rules: where cases are opened. They hold no date of any case and never change, so that many cases and threads
 * can share them.
 *
 * <pre>{@code
 * Rules rules = Rules.load(Files.readAllBytes(Path.of("rules.json")));
 * Case one = rules.open("mangystau.survey-permit", "office", LocalDateTime.parse("2018-03-05T10:00"), Map.of());
 * one.active(); // who must act, with the due dates
 * one.apply(new Event.Done("register", LocalDateTime.parse("2018-03-05T10:12")));
 * }</pre>
 */
public final class Rules {
    private final Artifact artifact;
    private final List<Days> days;
    private final Map<List<Object>, ChannelRules> channels = new ConcurrentHashMap<>();

    private Rules(Artifact artifact) {
        this.artifact = artifact;
        this.days = artifact.calendars().stream().map(Days::new).toList();
    }

    /** From the bytes of {@code reglament compile}. */
    public static Rules load(byte[] bytes) throws LoadException {
        return load(bytes, Loader.MOST_BYTES);
    }

    /** The same of no more than so many bytes. */
    public static Rules load(byte[] bytes, int mostBytes) throws LoadException {
        return new Rules(Loader.load(bytes, mostBytes));
    }

    public Artifact artifact() {
        return artifact;
    }

    /** What is asked in a channel, with the values that each fact can have. */
    public Map<String, List<String>> facts(String regulation, String channel, LocalDateTime filed) {
        return channel(regulation, channel, filed).facts();
    }

    /** A case of what is filed then; throws {@link Refused}. */
    public Case open(String regulation, String channel, LocalDateTime filed, Map<String, String> facts) {
        return open(new Filing(regulation, channel, filed, facts));
    }

    public Case open(Filing filing) {
        ChannelRules channel = channel(filing.regulation(), filing.channel(), filing.filed());
        if (channel.rules().entry() == null) {
            throw new Refused("no-procedure");
        }
        Map<Integer, Integer> facts = new HashMap<>(channel.factsOf(filing.facts()));
        int counted;
        try {
            counted = channel.countsAsFiled(Instants.of(filing.filed()));
        } catch (Beyond beyond) {
            throw new Refused("beyond-calendar");
        }
        return new Case(channel, filing, counted, facts);
    }

    /** A case as it was, from its filing and its events. */
    public Case replay(Filing filing, List<Event> events) {
        Case opened = open(filing);
        events.forEach(opened::apply);
        return opened;
    }

    /** A channel of the version that takes what is filed then: of several, the last. */
    private ChannelRules channel(String regulation, String channel, LocalDateTime filed) {
        Integer version = null;
        boolean known = false;
        for (int ix = 0; ix < artifact.regulations().size(); ix++) {
            Artifact.Regulation it = artifact.regulations().get(ix);
            if (it.id().equals(regulation)) {
                known = true;
                version = it.takes(filed.toLocalDate()) ? (Integer) ix : version;
            }
        }
        if (version == null) {
            throw new Refused(known ? "no-version" : "unknown-regulation");
        }
        Artifact.Regulation found = artifact.regulations().get(version);
        for (Artifact.Channel rules : found.channels()) {
            if (rules.id().equals(channel)) {
                Days own = days.get(found.calendar());
                return channels.computeIfAbsent(
                        List.of(version, channel), key -> new ChannelRules(artifact, own, found, rules));
            }
        }
        throw new Refused("unknown-channel");
    }
}
