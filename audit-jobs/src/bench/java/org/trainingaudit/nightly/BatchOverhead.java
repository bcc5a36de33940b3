package org.trainingaudit.nightly;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.configuration.support.MapJobRegistry;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.support.TaskExecutorJobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.repository.support.JdbcJobRepositoryFactoryBean;
import org.springframework.batch.core.step.builder.ChunkOrientedStepBuilder;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseBuilder;
import org.springframework.jdbc.datasource.embedded.EmbeddedDatabaseType;
import org.trainingaudit.bench.CpuClock;
import org.trainingaudit.bench.Machine;
import org.trainingaudit.bench.Paired;
import org.trainingaudit.hash.Sha256;

/**
 * What a step of Spring Batch costs beside the same loop without it, where an item is a block of 500 lines, ten of which are a
 * chunk and so a transaction, with the job repository in a database in memory. A line has some 500 bytes; its work is
 * to be read and hashed. Arguments: blocks (800), rounds (7).
 */
final class BatchOverhead {

    private static final int LINES = 500;
    private static final int CHUNK = 10;
    private static final int CELLS = 19;

    private final List<String> blocks;
    private final JobRepository repository;
    private final DataSourceTransactionManager transactions;
    private final TaskExecutorJobOperator operator;
    private long runs;

    private BatchOverhead(int count) throws Exception {
        blocks = IntStream.range(0, count).mapToObj(BatchOverhead::block).toList();
        DataSource database = new EmbeddedDatabaseBuilder()
                .setType(EmbeddedDatabaseType.H2)
                .addScript("org/springframework/batch/core/schema-h2.sql")
                .build();
        transactions = new DataSourceTransactionManager(database);
        JdbcJobRepositoryFactoryBean made = new JdbcJobRepositoryFactoryBean();
        made.setDataSource(database);
        made.setTransactionManager(transactions);
        made.afterPropertiesSet();
        repository = made.getObject();
        operator = new TaskExecutorJobOperator();
        operator.setJobRepository(repository);
        operator.setJobRegistry(new MapJobRegistry());
        operator.afterPropertiesSet();
    }

    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 800;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 7;
        BatchOverhead bench = new BatchOverhead(count);
        System.out.println(Machine.line());
        System.out.println(Paired.inUnitsOf("lines")
                .contender("a step of Spring Batch", (double) count * LINES, bench::step)
                .contender("the same loop without it", (double) count * LINES, bench::loop)
                .goal("the same loop without it", 0.85)
                .sameAnswers()
                .clock(CpuClock.PROCESS)
                .rounds(rounds, 3, 1)
                .run()
                .markdown());
    }

    private static String block(int number) {
        Random random = new Random(number);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            text.append(number);
            for (int cell = 0; cell < CELLS; cell++) {
                text.append(",p").append(random.nextLong()).append("@x.jp");
            }
            text.append('\n');
        }
        return text.toString();
    }

    /** Each line by itself, as whatever looks at rows has it. */
    private static long work(String block) {
        return block.lines()
                .mapToLong(line ->
                        Sha256.hex(line.getBytes(StandardCharsets.UTF_8)).hashCode())
                .sum();
    }

    private long loop() {
        long sum = 0;
        for (String block : blocks) {
            sum += work(block);
        }
        return sum;
    }

    private long step() {
        Iterator<String> left = blocks.iterator();
        AtomicLong sum = new AtomicLong();
        ChunkOrientedStepBuilder<String, Long> step = new ChunkOrientedStepBuilder<>("blocks", repository, CHUNK);
        step.transactionManager(transactions)
                .reader(() -> left.hasNext() ? left.next() : null)
                .processor(BatchOverhead::work)
                .writer(chunk -> chunk.forEach(sum::addAndGet));
        JobParameters once = new JobParametersBuilder().addLong("run", runs++).toJobParameters();
        try {
            JobExecution done = operator.start(
                    new JobBuilder("overhead", repository).start(step.build()).build(), once);
            if (done.getStatus() != BatchStatus.COMPLETED) {
                throw new IllegalStateException("the job ended as " + done.getStatus());
            }
        } catch (JobExecutionException e) {
            throw new IllegalStateException(e);
        }
        return sum.get();
    }
}
