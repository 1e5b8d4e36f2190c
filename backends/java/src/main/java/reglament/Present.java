package reglament;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Map;
import java.util.Set;

/** That nothing is {@code null} but what may be: the reader of JSON takes it for anything that is no primitive. */
final class Present {
    private static final Set<String> MAY_BE_NULL = Set.of(
            "label", "organisation", "weekendName", "weekendSource", "name", "other", "source", "last", "since", "act",
            "inForceFrom", "inForceUntil", "title", "from", "standard", "until", "accepts", "completenessCheck", "entry",
            "limit", "notice", "actor", "handsTo", "outcome", "stage");

    private Present() {}

    static void check(Object value, String place) throws LoadException {
        if (value == null) {
            throw new LoadException(LoadException.Problem.MALFORMED, place + ": null");
        }
        if (value instanceof Collection<?> list) {
            for (Object item : list) {
                check(item, place);
            }
        } else if (value instanceof Map<?, ?> map) {
            for (Object item : map.values()) {
                check(item, place);
            }
        } else if (value instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                field(record, component, place + "." + component.getName());
            }
        }
    }

    private static void field(Record record, RecordComponent component, String place) throws LoadException {
        Object value;
        try {
            value = component.getAccessor().invoke(record);
        } catch (ReflectiveOperationException error) {
            throw new AssertionError("the records of the artifact are public", error);
        }
        boolean extends_ = record instanceof Artifact.Extension && component.getName().equals("limit");
        if (value != null || extends_ || !MAY_BE_NULL.contains(component.getName())) {
            check(value, place);
        }
    }
}
