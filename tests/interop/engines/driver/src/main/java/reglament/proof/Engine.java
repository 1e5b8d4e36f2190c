package reglament.proof;

import java.nio.file.Path;
import java.util.Date;
import java.util.List;
import java.util.Map;

/** What the driver needs of an engine. */
public interface Engine {
    /** Something that waits for somebody: as the engine says it, with the id of its element in the file. */
    record Item(String handle, String element, String actor, Date due, boolean isWait) {}

    String name();

    void deploy(Path file) throws Exception;

    void setClock(Date now);

    /** Starts the process and returns the handle of the instance. */
    String start(String process, Map<String, Object> variables);

    List<Item> items(String instance);

    void complete(Item item);

    boolean ended(String instance);

    /** The ends that were reached, by their elements. */
    List<String> ends(String instance);

    /** Runs the timers that are due by the clock, and returns how many there were. */
    int runTimers(String instance);

    /** Throws the instance away. */
    void delete(String instance);
}
