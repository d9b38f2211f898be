package fr.faireavec.mail;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Letters leave by themselves once what they tell is committed, and not before. */
class PromptSendingTests {

	private final List<UUID> sent = new CopyOnWriteArrayList<>();

	private PostOffice office;

	private UUID ines;

	@BeforeEach
	void open() {
		TestDatabase made = TestDatabase.migrated();
		this.office = PostOffice.with(new PostOffice.Address(made.url(), made.user(), made.password()),
				Map.of("faireavec.jobs", "true"), new Postman() {
					@Override
					public boolean isReady() {
						return true;
					}

					@Override
					public Delivery deliver(Mail mail) {
						PromptSendingTests.this.sent.add(mail.letterId());
						return new Delivery.Accepted();
					}
				}, new PostOffice.Hello());
		this.ines = this.office.person("Inès", "ines@demo.example");
		this.office.context.getBean(PromptSending.class).open();
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void aLetterLeavesByItselfOnceCommitted() throws Exception {
		this.office.transaction.executeWithoutResult((status) -> {
			this.office.context.getBean(Outbox.class).post(hello());
			assertThat(this.sent).as("not before the commit").isEmpty();
		});
		awaitSent(1);
		this.office.post(hello(), hello(), hello());
		awaitSent(4);
	}

	@Test
	void theRoundSendsWhatNobodyWokeUpFor() {
		this.office.transaction.executeWithoutResult((status) -> {
			this.office.context.getBean(Outbox.class).post(hello());
			status.setRollbackOnly();
		});
		PromptSending round = this.office.context.getBean(PromptSending.class);
		round.run();
		assertThat(this.sent).isEmpty();
		this.office.jdbc
			.sql("INSERT INTO letter (id, kind, recipient_id, subject_id, unique_key, topic, state, posted_at, "
					+ "due_at, attempts) VALUES (gen_random_uuid(), 'test.hello', :p, gen_random_uuid(), 'k', 't', 'WAITING', "
					+ "'2026-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 0)")
			.param("p", this.ines)
			.update();
		round.run();
		assertThat(this.sent).hasSize(1);
	}

	private Posting hello() {
		return Posting.of(PostOffice.KIND, this.ines, UUID.randomUUID());
	}

	private void awaitSent(int letters) throws InterruptedException {
		for (int i = 0; i < 200 && this.sent.size() < letters; i++) {
			Thread.sleep(50);
		}
		assertThat(this.sent).hasSize(letters);
	}

}
