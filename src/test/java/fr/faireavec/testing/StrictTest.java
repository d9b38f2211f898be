package fr.faireavec.testing;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.boot.webmvc.test.autoconfigure.MockMvcPrint;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.annotation.Transactional;

/**
 * The whole application set as in production: an https address, the second factor
 * required, a proxy to believe, nothing counted. Each test is rolled back.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "faireavec.base-url=https://parcours.example", "faireavec.demo=false",
				"faireavec.count-statements=false", "faireavec.second-factor=required",
				"faireavec.trusted-proxies=127.0.0.1", "faireavec.argon2.memory-kib=64", "faireavec.argon2.passes=1" })
@AutoConfigureMockMvc(print = MockMvcPrint.NONE)
@ContextConfiguration(initializers = TestDatabase.Initializer.class)
@Import({ Cast.class, MatrixWorld.class })
@ExtendWith({ ClockReset.class, TriesForgotten.class, OwnTokens.class })
@Transactional
public @interface StrictTest {

}
