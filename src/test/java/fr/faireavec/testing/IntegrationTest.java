package fr.faireavec.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import fr.faireavec.signin.Letters;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole application on a real PostgreSQL, with what a new installation ships and
 * nothing else. Each test is rolled back; the clock is set right again after it.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "faireavec.count-statements=true", "faireavec.demo=false", "faireavec.argon2.memory-kib=64",
				"faireavec.argon2.passes=1", "faireavec.second-factor=off" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({ Cast.class, MatrixWorld.class, Letters.class })
@ExtendWith({ ClockReset.class, TriesForgotten.class, OwnTokens.class })
@Transactional
public @interface IntegrationTest {

}
