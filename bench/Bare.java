import java.util.List;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The least a server-rendered page can be with the same libraries: one statement, one
 * template, the security filters, as many rows as asked for. Nobody signs in.
 */
@Configuration
@EnableAutoConfiguration
@Import(Bare.Page.class)
public class Bare {

	public static void main(String[] args) {
		System.setProperty("spring.flyway.enabled", "false");
		System.setProperty("db-scheduler.enabled", "false");
		System.setProperty("spring.jpa.open-in-view", "false");
		System.setProperty("spring.session.jdbc.initialize-schema", "never");
		System.setProperty("spring.threads.virtual.enabled", "true");
		SpringApplication.run(Bare.class, args);
	}

	@Bean
	SecurityFilterChain filters(HttpSecurity http) throws Exception {
		return http.authorizeHttpRequests((requests) -> requests.anyRequest().permitAll()).build();
	}

	public record Row(int number, String slug, String name, String town, boolean known) {
	}

	@Controller
	static class Page {

		private final JdbcTemplate jdbc;

		Page(JdbcTemplate jdbc) {
			this.jdbc = jdbc;
		}

		@GetMapping("/")
		String page(@RequestParam int rows, Model model) {
			List<Row> found = this.jdbc.query("""
					SELECT n, 'structure-' || n AS slug, 'Structure ' || md5(n::text) AS name, 'Ville ' || n % 40 AS town,
					       n % 3 > 0 AS known
					FROM generate_series(1, ?) n
					""", (row, i) -> new Row(row.getInt("n"), row.getString("slug"), row.getString("name"),
					row.getString("town"), row.getBoolean("known")), rows);
			model.addAttribute("rows", found);
			return "bare";
		}

	}

}
