package reglament.proof;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.flowable.bpmn.model.ReceiveTask;
import org.flowable.engine.ManagementService;
import org.flowable.engine.ProcessEngine;
import org.flowable.engine.RuntimeService;
import org.flowable.engine.TaskService;
import org.flowable.engine.impl.cfg.StandaloneInMemProcessEngineConfiguration;
import org.flowable.engine.runtime.Execution;
import org.flowable.engine.runtime.ProcessInstance;
import org.flowable.identitylink.api.IdentityLink;
import org.flowable.job.api.ExternalWorkerJob;
import org.flowable.job.api.Job;
import org.flowable.task.api.Task;
import reglament.Rules;
import reglament.flowable.Reglament;

/** The driver's engine is Flowable, embedded, with H2 in memory. */
public final class FlowableProof implements Engine {
    private final StandaloneInMemProcessEngineConfiguration configuration =
            new StandaloneInMemProcessEngineConfiguration();
    private final ProcessEngine engine;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;

    private FlowableProof(Rules rules) {
        Map<Object, Object> beans = new HashMap<>();
        configuration.setBeans(beans);
        configuration.setJdbcUrl("jdbc:h2:mem:flowable;DB_CLOSE_DELAY=-1");
        configuration.setAsyncExecutorActivate(false);
        configuration.setDisableEventRegistry(true);
        configuration.setDisableIdmEngine(true);
        engine = configuration.buildProcessEngine();
        beans.put("reglament",
                new Reglament(rules, ZoneId.systemDefault(), () -> configuration.getClock().getCurrentTime()));
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
    }

    public static void main(String[] words) throws Exception {
        Rules rules = Rules.load(Files.readAllBytes(Path.of(words[0])));
        System.exit(Driver.run(new FlowableProof(rules), rules, Path.of(words[1]), Path.of(words[2])));
    }

    @Override
    public String name() {
        return "flowable " + ProcessEngine.VERSION;
    }

    @Override
    public void deploy(Path file) throws Exception {
        String name = file.getFileName() + "20.xml";
        engine.getRepositoryService().createDeployment().addString(name, Files.readString(file)).deploy();
    }

    @Override
    public void setClock(Date now) {
        configuration.getClock().setCurrentTime(now);
    }

    @Override
    public String start(String process, Map<String, Object> variables) {
        return runtime.startProcessInstanceByKey(process, variables).getId();
    }

    @Override
    public List<Item> items(String instance) {
        List<Item> items = new ArrayList<>();
        for (Task task : tasks.createTaskQuery().processInstanceId(instance).list()) {
            String actor = tasks.getIdentityLinksForTask(task.getId()).stream()
                    .map(IdentityLink::getGroupId)
                    .findFirst()
                    .orElse(null);
            items.add(new Item("task " + task.getId(), task.getTaskDefinitionKey(), actor, task.getDueDate(), false));
        }
        for (ExternalWorkerJob job : management.createExternalWorkerJobQuery().processInstanceId(instance).list()) {
            String topic = job.getJobHandlerConfiguration();
            items.add(new Item("work " + topic, job.getElementId(), topic, told(instance), false));
        }
        ProcessInstance of = runtime.createProcessInstanceQuery().processInstanceId(instance).singleResult();
        for (Execution execution : runtime.createExecutionQuery().processInstanceId(instance).list()) {
            String at = execution.getActivityId();
            if (of != null && at != null && engine.getRepositoryService().getBpmnModel(of.getProcessDefinitionId())
                    .getFlowElement(at) instanceof ReceiveTask) {
                items.add(new Item("wait " + execution.getId(), at, null, told(instance), true));
            }
        }
        return items;
    }

    private Date told(String instance) {
        return (Date) runtime.getVariable(instance, "reglament_due");
    }

    @Override
    public void complete(Item item) {
        String handle = item.handle().substring(5);
        switch (item.handle().substring(0, 4)) {
            case "task" -> tasks.complete(handle);
            case "wait" -> runtime.trigger(handle);
            default -> work(handle);
        }
    }

    /** What a worker of the office would do: take the work, do it, and say so. */
    private void work(String topic) {
        management.createExternalWorkerJobAcquireBuilder().topic(topic, Duration.ofMinutes(5)).acquireAndLock(1, "proof")
                .forEach(job -> management.createExternalWorkerCompletionBuilder(job.getId(), "proof").complete());
        management.createJobQuery().list().forEach(job -> management.executeJob(job.getId()));
    }

    @Override
    public boolean ended(String instance) {
        return runtime.createProcessInstanceQuery().processInstanceId(instance).count() == 0;
    }

    @Override
    public List<String> ends(String instance) {
        return engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(instance)
                .activityType("endEvent").list().stream().map(it -> it.getActivityId()).toList();
    }

    @Override
    public int runTimers(String instance) {
        Date now = configuration.getClock().getCurrentTime();
        int ran = 0;
        for (Job timer : management.createTimerJobQuery().processInstanceId(instance).list()) {
            if (!timer.getDuedate().after(now)) {
                management.moveTimerToExecutableJob(timer.getId());
                management.executeJob(timer.getId());
                ran++;
            }
        }
        return ran;
    }

    @Override
    public void delete(String instance) {
        if (!ended(instance)) {
            runtime.deleteProcessInstance(instance, "thrown away");
        }
    }
}
