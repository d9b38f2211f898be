import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Asks ours and the bare application by turns, eight at a time, in short slices: the
 * machine's mood touches both. Says the median of the paired ratios of CPU a request, and
 * between which quartiles they lie. Bare against itself must give 1.00 within 0.05, or
 * nothing is to be believed.
 */
public class PageCost {

	private static final int AT_ONCE = 8;

	private static final String OURS = "http://localhost:18302";

	private static final String BARE = "http://localhost:18303/?rows=";

	private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

	private static final List<Asked> PAGES = List.of(new Asked("claire.vasseur", "/"),
			new Asked("claire.vasseur", "/parcours/sources-fictif"),
			new Asked("claire.vasseur", "/parcours/sources-fictif/structures"),
			new Asked("claire.vasseur", "/parcours/sources-fictif/seances/3"),
			new Asked("claire.vasseur", "/parcours/sources-fictif/seances/1/emargement"),
			new Asked("claire.vasseur", "/parcours/sources-fictif/journal"), new Asked("claire.vasseur", "/structures"),
			new Asked("helene.martel", "/parcours/brune-2023-fictif/bilan"), new Asked("ines.carpentier", "/"),
			new Asked("ines.carpentier", "/parcours/sources-fictif/journal"));

	private final long ours;

	private final long bare;

	private final long postgres;

	private final int pairs;

	private final Duration slice;

	PageCost(String[] args) {
		this.ours = Long.parseLong(args[0]);
		this.bare = Long.parseLong(args[1]);
		this.postgres = Long.parseLong(args[2]);
		this.pairs = Integer.parseInt(args[3]);
		this.slice = Duration.ofSeconds(Long.parseLong(args[4]));
	}

	public static void main(String[] args) throws Exception {
		new PageCost(args).run(Duration.ofSeconds(Long.parseLong(args[5])));
	}

	private void run(Duration warmUp) throws Exception {
		HttpClient nobody = HttpClient.newHttpClient();
		List<Pair> pairs = new ArrayList<>();
		for (Asked asked : PAGES) {
			HttpClient client = signedIn(asked.who());
			int bytes = body(client, URI.create(OURS + asked.address())).length();
			int empty = body(nobody, URI.create(BARE + 0)).length();
			int perRow = (body(nobody, URI.create(BARE + 100)).length() - empty) / 100;
			URI same = URI.create(BARE + Math.max(1, (bytes - empty) / perRow));
			pairs.add(new Pair(asked, bytes, client, URI.create(OURS + asked.address()), same));
		}
		for (Pair pair : pairs) {
			load(pair.client(), pair.page(), warmUp.dividedBy(2L * PAGES.size()));
			load(nobody, pair.same(), warmUp.dividedBy(2L * PAGES.size()));
		}
		System.out.printf("%d at a time, %d pairs of slices of %d s a page, after %d s of warm-up.%n%n", AT_ONCE,
				this.pairs, this.slice.toSeconds(), warmUp.toSeconds());
		System.out.println("| page | kB | ours, CPU-ms | bare, CPU-ms | bare ÷ ours, median | quartiles |");
		System.out.println("|---|---|---|---|---|---|");
		for (Pair pair : pairs) {
			say(pair.asked().who().replaceAll("\\..*", "") + " " + pair.asked().address(), pair.bytes(),
					() -> cost(pair.client(), pair.page(), this.ours), () -> cost(nobody, pair.same(), this.bare));
		}
		Pair middle = pairs.get(1);
		say("bare against itself", middle.bytes(), () -> cost(nobody, middle.same(), this.bare),
				() -> cost(nobody, middle.same(), this.bare));
	}

	private void say(String what, int bytes, Measure one, Measure other) throws Exception {
		List<Double> first = new ArrayList<>();
		List<Double> second = new ArrayList<>();
		List<Double> ratios = new ArrayList<>();
		for (int i = 0; i < this.pairs; i++) {
			boolean swapped = i % 2 == 1;
			double a = swapped ? 0 : one.take();
			double b = other.take();
			a = swapped ? one.take() : a;
			first.add(a);
			second.add(b);
			ratios.add(b / a);
		}
		System.out.printf(Locale.ROOT, "| %s | %d | %.2f | %.2f | %.2f | %.2f to %.2f |%n", what, bytes / 1024,
				quantile(first, 0.5), quantile(second, 0.5), quantile(ratios, 0.5), quantile(ratios, 0.25),
				quantile(ratios, 0.75));
	}

	/** CPU-milliseconds a request, of one JVM and of PostgreSQL. */
	private double cost(HttpClient client, URI page, long jvm) throws Exception {
		long before = ticks(jvm) + ticksOfPostgres();
		long answered = load(client, page, this.slice);
		return 10.0 * (ticks(jvm) + ticksOfPostgres() - before) / answered;
	}

	private static long load(HttpClient client, URI page, Duration time) throws InterruptedException {
		long end = System.nanoTime() + time.toNanos();
		AtomicLong answered = new AtomicLong();
		List<Thread> askers = new ArrayList<>();
		for (int i = 0; i < AT_ONCE; i++) {
			askers.add(Thread.ofPlatform().start(() -> {
				while (System.nanoTime() < end) {
					body(client, page);
					answered.incrementAndGet();
				}
			}));
		}
		for (Thread asker : askers) {
			asker.join();
		}
		return answered.get();
	}

	private static String body(HttpClient client, URI page) {
		try {
			HttpResponse<String> answer = client.send(HttpRequest.newBuilder(page).header("Accept", "text/html").build(),
					BodyHandlers.ofString());
			if (answer.statusCode() != 200) {
				throw new IllegalStateException(page + " answers " + answer.statusCode());
			}
			return answer.body();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static HttpClient signedIn(String who) throws Exception {
		HttpClient client = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
		Matcher token = TOKEN.matcher(body(client, URI.create(OURS + "/connexion")));
		if (!token.find()) {
			throw new IllegalStateException("no token on the page to sign in");
		}
		String form = "_csrf=" + encoded(token.group(1)) + "&username=" + encoded(who + "@demo.example") + "&password="
				+ encoded("ensemble on fait avec");
		HttpResponse<String> answer = client
			.send(HttpRequest.newBuilder(URI.create(OURS + "/connexion/mot-de-passe"))
				.header("Content-Type", "application/x-www-form-urlencoded")
				.POST(HttpRequest.BodyPublishers.ofString(form))
				.build(), BodyHandlers.ofString());
		if (answer.statusCode() != 302) {
			throw new IllegalStateException(who + " is not let in: " + answer.statusCode());
		}
		return client;
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	private long ticksOfPostgres() throws IOException {
		try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
			return processes.map((process) -> process.getFileName().toString())
				.filter((name) -> name.chars().allMatch(Character::isDigit))
				.mapToLong(Long::parseLong)
				.filter((pid) -> pid == this.postgres || field(pid, 1) == this.postgres)
				.map(PageCost::ticks)
				.sum();
		}
	}

	/** Hundredths of a second it ran so far, for itself and in the kernel. */
	private static long ticks(long pid) {
		return field(pid, 11) + field(pid, 12);
	}

	/** A field of /proc/pid/stat, counted after the name; 0 for who is gone. */
	private static long field(long pid, int index) {
		try {
			String stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"));
			return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ")[index]);
		}
		catch (IOException ex) {
			return 0;
		}
	}

	private static double quantile(List<Double> values, double part) {
		List<Double> sorted = values.stream().sorted().toList();
		return sorted.get((int) Math.round(part * (sorted.size() - 1)));
	}

	private interface Measure {

		double take() throws Exception;

	}

	/** A page somebody reads. */
	private record Asked(String who, String address) {
	}

	/** A page of ours and the bare one of as many bytes. */
	private record Pair(Asked asked, int bytes, HttpClient client, URI page, URI same) {
	}

}
