package fr.faireavec.mail;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import fr.faireavec.kernel.CurrentActor;
import fr.faireavec.kernel.Ids;
import fr.faireavec.kernel.MovableClock;
import fr.faireavec.web.PlainTemplates;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.transaction.annotation.EnableTransactionManagement;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The mail room alone on a database, wired as in the application: real transactions, and
 * any postman or mail server.
 */
final class PostOffice implements AutoCloseable {

	static final String KIND = "test.hello";

	final AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

	final HikariDataSource dataSource = new HikariDataSource();

	final MovableClock clock;

	final JdbcClient jdbc;

	final TransactionTemplate transaction;

	private final Map<UUID, String> names = new HashMap<>();

	private PostOffice(Address database, Map<String, Object> settings, List<LetterKind> kinds,
			@Nullable Supplier<Postman> postman, @Nullable JavaMailSender sender) {
		this.dataSource.setJdbcUrl(database.url());
		this.dataSource.setUsername(database.user());
		this.dataSource.setPassword(database.password());
		this.dataSource.setMaximumPoolSize(8);
		Map<String, Object> properties = new HashMap<>(settings);
		properties.putIfAbsent("faireavec.secret", "a secret that only the tests of this house know");
		properties.putIfAbsent("faireavec.base-url", "https://faireavec.example");
		properties.putIfAbsent("faireavec.jobs", "false");
		properties.putIfAbsent("spring.mail.host", "127.0.0.1");
		this.context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", properties));
		this.context.register(Wiring.class);
		this.context.registerBean("dataSource", DataSource.class, () -> this.dataSource);
		this.context.registerBean(JdbcClient.class, () -> JdbcClient.create(this.dataSource));
		this.context.registerBean(JdbcTransactionManager.class, () -> new JdbcTransactionManager(this.dataSource));
		this.context.registerBean("messageSource", MessageSource.class, PostOffice::messages);
		this.context.registerBean(JsonMapper.class, () -> JsonMapper.builder().build());
		this.context.registerBean(Recipients.class, () -> this::find);
		// Nobody is signed in at a post office.
		this.context.registerBean(CurrentActor.class, () -> () -> null);
		for (int i = 0; i < kinds.size(); i++) {
			LetterKind kind = kinds.get(i);
			this.context.registerBean("kind" + i, LetterKind.class, () -> kind);
		}
		if (postman != null) {
			this.context.registerBean("postman", Postman.class, postman);
		}
		if (sender != null) {
			this.context.registerBean(JavaMailSender.class, () -> sender);
		}
		this.context.scan("fr.faireavec.kernel", "fr.faireavec.mail");
		this.context.refresh();
		this.clock = this.context.getBean(MovableClock.class);
		this.jdbc = this.context.getBean(JdbcClient.class);
		this.transaction = new TransactionTemplate(this.context.getBean(JdbcTransactionManager.class));
	}

	static PostOffice with(Address database, Postman postman, LetterKind... kinds) {
		return new PostOffice(database, Map.of(), List.of(kinds), () -> postman, null);
	}

	static PostOffice with(Address database, Map<String, Object> settings, Postman postman, LetterKind... kinds) {
		return new PostOffice(database, settings, List.of(kinds), () -> postman, null);
	}

	static PostOffice smtp(Address database, Map<String, Object> settings, JavaMailSender sender, LetterKind... kinds) {
		return new PostOffice(database, settings, List.of(kinds), null, sender);
	}

	/** To a mail server on this machine, which answers within a second or not at all. */
	static JavaMailSenderImpl sender(int port) {
		JavaMailSenderImpl sender = new JavaMailSenderImpl();
		sender.setHost("127.0.0.1");
		sender.setPort(port);
		sender.getJavaMailProperties().setProperty("mail.smtp.connectiontimeout", "1000");
		sender.getJavaMailProperties().setProperty("mail.smtp.timeout", "1000");
		sender.getJavaMailProperties().setProperty("mail.smtp.writetimeout", "1000");
		return sender;
	}

	/** Somebody of this name, even one that the database would refuse. */
	UUID person(String name, @Nullable String address) {
		UUID id = Ids.next();
		this.names.put(id, name);
		this.jdbc
			.sql("INSERT INTO person (id, version, given_name, family_name, email, created_at) "
					+ "VALUES (:id, 0, :name, 'Essai', :email, :now)")
			.param("id", id)
			.param("name", name.matches("[\\p{L} ]+") ? name : "Essai")
			.param("email", address, java.sql.Types.VARCHAR)
			.param("now", Timestamp.from(Instant.parse("2026-01-01T00:00:00Z")))
			.update();
		return id;
	}

	void post(Posting... postings) {
		this.transaction.executeWithoutResult((status) -> {
			for (Posting posting : postings) {
				this.context.getBean(Outbox.class).post(posting);
			}
		});
	}

	int send() {
		return this.context.getBean(Dispatch.class).sendDue();
	}

	Map<String, @Nullable Object> letter(UUID subject) {
		return this.jdbc.sql("SELECT * FROM letter WHERE subject_id = :subject")
			.param("subject", subject)
			.query()
			.singleRow();
	}

	UUID idOf(UUID subject) {
		return UUID.fromString(String.valueOf(letter(subject).get("id")));
	}

	Instant dueAt(UUID subject) {
		return this.jdbc.sql("SELECT due_at FROM letter WHERE subject_id = :subject")
			.param("subject", subject)
			.query(Timestamp.class)
			.single()
			.toInstant();
	}

	String state(UUID subject) {
		return String.valueOf(letter(subject).get("state"));
	}

	/** However long the next attempt is due in. */
	void later() {
		this.clock.moveTo(this.clock.instant().plus(java.time.Duration.ofHours(8)));
	}

	private Optional<Recipients.Recipient> find(UUID id) {
		return this.jdbc.sql("SELECT given_name, email FROM person WHERE id = :id AND email IS NOT NULL")
			.param("id", id)
			.query((row, n) -> new Recipients.Recipient(
					this.names.getOrDefault(id, String.valueOf(row.getString("given_name"))),
					String.valueOf(row.getString("email"))))
			.optional();
	}

	static MessageSource messages() {
		return PlainTemplates.words();
	}

	@Override
	public void close() {
		this.context.close();
		this.dataSource.close();
	}

	/** A database's address. */
	record Address(String url, String user, String password) {
	}

	/** Transactions as in the application. */
	@org.springframework.context.annotation.Configuration(proxyBeanMethods = false)
	@EnableTransactionManagement
	static class Wiring {

	}

	/** Says hello, whatever its subject; asked first whether it is due. */
	static class Hello implements LetterKind {

		@Override
		public String name() {
			return KIND;
		}

		@Override
		public boolean stillDue(Envelope envelope) {
			return true;
		}

		@Override
		public Letter render(Envelope envelope) {
			String secret = envelope.secret();
			Letter letter = Letter.about("Bonjour de " + envelope.name())
				.text("Une première phrase, avec « des accents » & des signes <b>.")
				.fact("Sujet", envelope.subjectId().toString());
			return (secret != null) ? letter.button("Entrer", "https://faireavec.example/invitation/" + secret)
					: letter;
		}

	}

}
