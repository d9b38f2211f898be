package fr.faireavec.mail;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

import fr.faireavec.mail.Leases.Lease;
import fr.faireavec.testing.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.transaction.IllegalTransactionStateException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What becomes of letters, whatever the mail server answers. */
class DispatchTests {

	private final List<Mail> taken = Collections.synchronizedList(new ArrayList<>());

	private Function<Mail, Delivery> answer = (mail) -> new Delivery.Accepted();

	private PostOffice office;

	private PostOffice.Address database;

	private UUID ines;

	@BeforeEach
	void open() {
		TestDatabase made = TestDatabase.migrated();
		this.database = new PostOffice.Address(made.url(), made.user(), made.password());
		this.office = PostOffice.with(this.database, postman(), new PostOffice.Hello(), new Broken(), new Moody(),
				new Goodbye());
		this.ines = this.office.person("Inès", "ines@demo.example");
	}

	@AfterEach
	void close() {
		this.office.close();
	}

	@Test
	void aLetterLeavesOnceAndForgetsItsSecret() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject).with("le-secret"));
		assertThat(this.office.letter(subject).get("secret")).asString().doesNotContain("le-secret");
		assertThat(this.office.send()).isEqualTo(1);
		assertThat(this.taken).singleElement().satisfies((mail) -> {
			assertThat(mail.html()).contains("le-secret").contains("Bonjour Inès,").contains("lang=\"fr\"");
			assertThat(mail.text()).contains("le-secret").contains("Bonjour Inès,");
			assertThat(mail.address()).isEqualTo("ines@demo.example");
		});
		assertThat(this.office.letter(subject)).containsEntry("state", "SENT")
			.containsEntry("secret", null)
			.containsEntry("sent_to", "ines@demo.example");
		assertThat(this.office.send()).isZero();
	}

	@Test
	void postedTwiceItLeavesOnce() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject), hello(subject));
		this.office.post(hello(subject));
		this.office.post(hello(subject).apart("autre"));
		assertThat(this.office.send()).isEqualTo(2);
	}

	@Test
	void whatIsRolledBackPostsNothing() {
		this.office.transaction.executeWithoutResult((status) -> {
			this.office.context.getBean(Outbox.class).post(hello(UUID.randomUUID()));
			status.setRollbackOnly();
		});
		assertThat(this.office.send()).isZero();
		assertThatThrownBy(() -> this.office.context.getBean(Outbox.class).post(hello(UUID.randomUUID())))
			.isInstanceOf(IllegalTransactionStateException.class);
	}

	@Test
	void itGoesToTheAddressOfTheDayItLeaves() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject));
		this.office.jdbc.sql("UPDATE person SET email = 'nouvelle@demo.example' WHERE id = :id")
			.param("id", this.ines)
			.update();
		this.office.send();
		assertThat(this.taken).extracting(Mail::address).containsExactly("nouvelle@demo.example");
	}

	@Test
	void toAnotherAddressWhenAsked() {
		this.office.post(hello(UUID.randomUUID()).to("ailleurs@demo.example"));
		this.office.send();
		assertThat(this.taken).extracting(Mail::address).containsExactly("ailleurs@demo.example");
	}

	@Test
	void withoutAnAddressItIsDeadAndComesBackToLife() {
		UUID nobody = this.office.person("Sans", null);
		UUID subject = UUID.randomUUID();
		this.office.post(Posting.of(PostOffice.KIND, nobody, subject).with("gardé"));
		this.office.send();
		assertThat(this.office.state(subject)).isEqualTo("DEAD");
		this.office.jdbc.sql("UPDATE person SET email = 'avec@demo.example' WHERE id = :id")
			.param("id", nobody)
			.update();
		this.office.context.getBean(MailLog.class).resend(this.office.idOf(subject));
		assertThat(this.office.send()).isEqualTo(1);
		assertThat(this.taken.getFirst().html()).contains("gardé");
	}

	/** The log is kept by others, for longer, and forgets nobody. */
	@Test
	void theLogNamesNobodyWhateverTheServerSays() {
		assertThat(
				Dispatch.unaddressed("550 5.1.1 <Ines.Carpentier@demo.example>: unknown; rcpt=ines@demo.example, to: "
						+ "ines+x@[192.0.2.1]"))
			.isEqualTo("550 5.1.1 <…>: unknown; … to: …");
		assertThat(Dispatch.unaddressed("421 4.7.0 try again @ noon")).isEqualTo("421 4.7.0 try again @ noon");
	}

	@Test
	void refusedForGoodItIsDeadAndTheAddressBounces() {
		UUID subject = UUID.randomUUID();
		this.answer = (mail) -> new Delivery.Refused("550", "no such user");
		this.office.post(hello(subject));
		this.office.send();
		assertThat(this.office.letter(subject)).containsEntry("state", "DEAD")
			.containsEntry("problem", "550 no such user");
		Bounces bounces = this.office.context.getBean(Bounces.class);
		assertThat(bounces.of(List.of("Ines@demo.example", "autre@demo.example")))
			.containsOnlyKeys("ines@demo.example");
		this.answer = (mail) -> new Delivery.Accepted();
		this.office.post(hello(UUID.randomUUID()));
		this.office.send();
		assertThat(bounces.of(List.of("ines@demo.example"))).isEmpty();
	}

	/** Nobody is written to there any more: neither the letter nor a bounce keeps it. */
	@Test
	void theLastLetterTakesTheAddressWithIt() {
		for (Delivery delivery : List.of(new Delivery.Accepted(),
				new Delivery.Refused("550", "<ines@demo.example> no such user"))) {
			UUID subject = UUID.randomUUID();
			this.answer = (mail) -> delivery;
			this.office.post(Posting.of("test.goodbye", this.ines, subject).to("ines@demo.example"));
			this.office.send();
			assertThat(this.taken.getLast().address()).isEqualTo("ines@demo.example");
			assertThat(this.office.letter(subject)).doesNotContainEntry("settled_at", null)
				.containsEntry("address", null)
				.containsEntry("sent_to", null)
				.containsEntry("problem", null);
			assertThat(this.office.context.getBean(Bounces.class).of(List.of("ines@demo.example"))).isEmpty();
		}
	}

	@Test
	void refusedForNowItIsTriedAgainTenTimesInAboutADay() {
		UUID subject = UUID.randomUUID();
		this.answer = (mail) -> new Delivery.Later("451 come back", false);
		this.office.post(hello(subject));
		var first = this.office.clock.instant();
		int attempts = 0;
		while (!"DEAD".equals(this.office.state(subject)) && attempts < 50) {
			this.office.send();
			attempts++;
			if ("RETRY".equals(this.office.state(subject))) {
				assertThat(this.office.send()).as("not before it is due").isZero();
				this.office.clock.moveTo(this.office.dueAt(subject).plusSeconds(1));
			}
		}
		assertThat(attempts).isEqualTo(10);
		assertThat(Duration.between(first, this.office.clock.instant())).isBetween(Duration.ofHours(18),
				Duration.ofHours(30));
		assertThat(this.taken).extracting(Mail::messageId).hasSize(10).containsOnly(this.taken.getFirst().messageId());
		assertThat(this.taken.getFirst().messageId()).endsWith("@faireavec.example>");
	}

	@Test
	void whenNobodyAnswersTheOthersWait() {
		this.answer = (mail) -> new Delivery.Later("no route", true);
		for (int i = 0; i < 5; i++) {
			this.office.post(hello(UUID.randomUUID()));
		}
		this.office.send();
		assertThat(this.taken).hasSize(1);
		this.answer = (mail) -> new Delivery.Accepted();
		this.office.later();
		assertThat(this.office.send()).isEqualTo(5);
	}

	@Test
	void aKindThatCannotWriteHoldsNobodyUp() {
		UUID broken = UUID.randomUUID();
		this.office.post(Posting.of("test.broken", this.ines, broken));
		this.office.post(hello(UUID.randomUUID()));
		this.office.post(Posting.of("test.forgotten", this.ines, UUID.randomUUID()));
		this.office.post(hello(UUID.randomUUID()));
		assertThat(this.office.send()).isEqualTo(2);
		assertThat(this.office.state(broken)).isEqualTo("RETRY");
	}

	@Test
	void whatIsNoLongerDueNeverLeaves() {
		UUID subject = UUID.randomUUID();
		this.office.post(Posting.of("test.moody", this.ines, subject).with("secret"));
		Moody.due = false;
		try {
			this.office.send();
		}
		finally {
			Moody.due = true;
		}
		assertThat(this.taken).isEmpty();
		assertThat(this.office.letter(subject)).containsEntry("state", "OBSOLETE").containsEntry("secret", null);
	}

	@Test
	void anOptionalKindIsLeftOutForWhoRefusesIt() {
		NotificationChoices choices = this.office.context.getBean(NotificationChoices.class);
		assertThat(choices.received(this.ines)).containsExactly("test.moody");
		choices.receive(this.ines, Set.of());
		UUID refused = UUID.randomUUID();
		this.office.post(Posting.of("test.moody", this.ines, refused), hello(UUID.randomUUID()));
		assertThat(this.office.send()).isEqualTo(1);
		assertThat(this.office.state(refused)).isEqualTo("OBSOLETE");
		choices.receive(this.ines, Set.of("test.moody"));
		this.office.post(Posting.of("test.moody", this.ines, UUID.randomUUID()));
		assertThat(this.office.send()).isEqualTo(1);
	}

	/** Who prefers it receives what can wait on Monday morning, in one letter. */
	@Test
	void whatCanWaitComesOnceAWeekToWhoPrefersIt() {
		NotificationChoices choices = this.office.context.getBean(NotificationChoices.class);
		choices.gather(this.ines, true);
		this.office.clock.moveTo(Instant.parse("2026-09-02T10:00:00Z"));
		UUID one = UUID.randomUUID();
		UUID other = UUID.randomUUID();
		this.office.post(Posting.of("test.moody", this.ines, one), hello(UUID.randomUUID()));
		assertThat(this.office.send()).as("what cannot wait").isEqualTo(1);
		assertThat(this.office.state(one)).isEqualTo("OBSOLETE");
		this.office.post(Posting.of("test.moody", this.ines, other),
				Posting.of("test.moody", this.office.person("Nora", "nora@demo.example"), UUID.randomUUID()));
		assertThat(this.office.send()).as("what others prefer").isEqualTo(1);
		this.office.clock.moveTo(Instant.parse("2026-09-07T05:29:59Z"));
		UUID late = UUID.randomUUID();
		this.office.post(Posting.of("test.moody", this.ines, late));
		assertThat(this.office.send()).isZero();
		this.office.clock.moveTo(Instant.parse("2026-09-07T05:30:00Z"));
		assertThat(this.office.send()).isEqualTo(1);
		assertThat(this.office.send()).isZero();
		Mail week = this.taken.getLast();
		assertThat(week.kind()).isEqualTo("mail.weekly");
		assertThat(week.subject()).contains("3 nouvelles");
		assertThat(week.text()).contains(one.toString(), other.toString(), late.toString(), "/mon-compte/notifications")
			.containsOnlyOnce("Bonjour Inès,");
		this.office.post(Posting.of("test.moody", this.ines, UUID.randomUUID()));
		assertThat(this.office.send()).as("the next week").isZero();
		choices.gather(this.ines, false);
		this.office.post(Posting.of("test.moody", this.ines, UUID.randomUUID()));
		assertThat(this.office.send()).as("each as it comes").isEqualTo(1);
		Moody.due = false;
		try {
			this.office.clock.moveTo(Instant.parse("2026-09-14T05:30:00Z"));
			assertThat(this.office.send()).as("what is no longer due is not said").isZero();
		}
		finally {
			Moody.due = true;
		}
	}

	@Test
	void theOrderOfATopicIsKept() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject).apart("1"), hello(subject).apart("2"));
		this.office.post(hello(UUID.randomUUID()));
		this.answer = (mail) -> this.taken.size() == 1 ? new Delivery.Later("451 slow", false)
				: new Delivery.Accepted();
		assertThat(this.office.send()).as("only the letter of the other topic").isEqualTo(1);
		this.office.later();
		assertThat(this.office.send()).isEqualTo(2);
		assertThat(this.office.jdbc.sql("SELECT unique_key FROM letter WHERE subject_id = :s ORDER BY settled_at")
			.param("s", subject)
			.query(String.class)
			.list()).satisfiesExactly((one) -> assertThat(one).endsWith(":1"), (two) -> assertThat(two).endsWith(":2"));
	}

	/** Negative control: without the guard, the test above would see the disorder. */
	@Test
	void withoutTheGuardTheOrderIsLost() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject).apart("1"));
		this.office.post(hello(subject).apart("2").inOrder("un autre sujet"));
		this.answer = (mail) -> this.taken.size() == 1 ? new Delivery.Later("451 slow", false)
				: new Delivery.Accepted();
		assertThat(this.office.send()).isEqualTo(1);
		assertThat(
				this.office.jdbc.sql("SELECT unique_key FROM letter WHERE state = 'SENT'").query(String.class).single())
			.endsWith(":2");
	}

	@Test
	void twoSendersSendEachLetterOnceAndInOrder() throws Exception {
		List<UUID> people = new ArrayList<>();
		for (int i = 0; i < 20; i++) {
			people.add(this.office.person("Personne", "personne" + i + "@demo.example"));
		}
		for (int i = 0; i < 200; i++) {
			UUID person = people.get(i % people.size());
			this.office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()).inOrder("sujet"));
		}
		List<UUID> sent = Collections.synchronizedList(new ArrayList<>());
		this.answer = (mail) -> {
			sent.add(mail.letterId());
			return new Delivery.Accepted();
		};
		try (PostOffice other = PostOffice.with(this.database, postman(), new PostOffice.Hello());
				ExecutorService two = Executors.newFixedThreadPool(4)) {
			List<Future<Integer>> counts = new ArrayList<>();
			for (PostOffice one : List.of(this.office, other, this.office, other)) {
				counts.add(two.submit(() -> {
					// A letter may have to wait for its sister in other hands.
					int count = 0;
					for (int i = 0; i < 200 && sent.size() < 200; i++) {
						count += one.send();
					}
					return count;
				}));
			}
			int all = 0;
			for (Future<Integer> count : counts) {
				all += count.get();
			}
			assertThat(all).isEqualTo(200);
		}
		assertThat(sent).hasSize(200).doesNotHaveDuplicates();
		for (UUID person : people) {
			List<UUID> posted = this.office.jdbc.sql("SELECT id FROM letter WHERE recipient_id = :p ORDER BY position")
				.param("p", person)
				.query((row, n) -> UUID.fromString(row.getString("id")))
				.list();
			assertThat(sent.stream().filter(new HashSet<>(posted)::contains)).containsExactlyElementsOf(posted);
		}
	}

	/** Somebody died between the lease and its result. */
	@Test
	void aLeaseThatRunsOutIsTakenOverUnderTheSameMessageId() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject), hello(subject).apart("après"));
		Leases leases = this.office.context.getBean(Leases.class);
		Lease lost = leases.next().orElseThrow();
		assertThat(this.office.send()).as("leased to somebody else").isZero();
		this.office.clock.moveTo(this.office.clock.instant().plus(Leases.LEASE).plusSeconds(1));
		assertThat(this.office.send()).isEqualTo(2);
		assertThat(this.taken.getFirst().messageId()).isEqualTo(lost.messageId());
		leases.later(lost, "too late");
		assertThat(this.office.jdbc.sql("SELECT state FROM letter").query(String.class).list()).containsOnly("SENT");
	}

	@Test
	void aLetterThatKillsEachSenderIsGivenUp() {
		UUID subject = UUID.randomUUID();
		this.office.post(hello(subject));
		for (int i = 0; i < Patience.ATTEMPTS; i++) {
			this.office.context.getBean(Leases.class).next();
			this.office.later();
		}
		this.office.send();
		assertThat(this.taken).isEmpty();
		assertThat(this.office.state(subject)).isEqualTo("DEAD");
	}

	@Test
	void toAnotherAddressThanTheirOwnNobodyIsNamed() {
		UUID person = this.office.person("Inès", "ines.ailleurs@demo.example");
		this.office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()).to("victime@ailleurs.example"));
		this.office.send();
		Mail mail = this.taken.getFirst();
		assertThat(mail.address()).isEqualTo("victime@ailleurs.example");
		assertThat(mail.name() + mail.subject() + mail.html() + mail.text()).doesNotContain("Inès");
		assertThat(mail.text()).contains("Bonjour,").doesNotContain("Bonjour ,");
	}

	@Test
	void noHeaderIsInjectedByAName() {
		UUID person = this.office.person("Eve\r\nBcc: tout@le.monde", "eve@demo.example");
		this.office.post(Posting.of(PostOffice.KIND, person, UUID.randomUUID()));
		this.office.send();
		assertThat(this.taken.getFirst().subject()).doesNotContain("\r")
			.doesNotContain("\n")
			.startsWith("Bonjour de Eve");
		assertThat(this.taken.getFirst().name()).doesNotContain("\n");
		assertThat(this.taken.getFirst().html()).contains("&lt;b&gt;").doesNotContain("<b>");
	}

	@Test
	void theLogIsForgottenInItsTimeAndWhatWaitsIsNot() {
		this.office.post(hello(UUID.randomUUID()));
		this.office.send();
		this.office.later();
		this.office.post(hello(UUID.randomUUID()));
		assertThat(this.office.context.getBean(MailLog.class).forgetSettledBefore(this.office.clock.instant())).isOne();
		assertThat(this.office.jdbc.sql("SELECT state FROM letter").query(String.class).list())
			.containsExactly("WAITING");
	}

	private Posting hello(UUID subject) {
		return Posting.of(PostOffice.KIND, this.ines, subject);
	}

	private Postman postman() {
		return new Postman() {
			@Override
			public boolean isReady() {
				return true;
			}

			@Override
			public Delivery deliver(Mail mail) {
				DispatchTests.this.taken.add(mail);
				return DispatchTests.this.answer.apply(mail);
			}
		};
	}

	private static final class Goodbye extends PostOffice.Hello {

		@Override
		public String name() {
			return "test.goodbye";
		}

		@Override
		public boolean isLast() {
			return true;
		}

	}

	private static final class Broken extends PostOffice.Hello {

		@Override
		public String name() {
			return "test.broken";
		}

		@Override
		public Letter render(Envelope envelope) {
			throw new IllegalStateException("broken on purpose");
		}

	}

	private static final class Moody extends PostOffice.Hello {

		private static volatile boolean due = true;

		@Override
		public String name() {
			return "test.moody";
		}

		@Override
		public boolean stillDue(Envelope envelope) {
			return due;
		}

		@Override
		public boolean isOptional() {
			return true;
		}

	}

}
