package fr.faireavec.postgres;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Conditional;

/**
 * Only when the application runs on its {@link EmbeddedDatabase}: nobody gave it a
 * database address and PostgreSQL's programs are on the class path. What would harm
 * somebody's own database, the demo first, is marked with it.
 */
@Documented
@Target({ ElementType.TYPE, ElementType.METHOD })
@Retention(RetentionPolicy.RUNTIME)
@Conditional(OnNoDatabaseUrl.class)
@ConditionalOnClass(name = EmbeddedDatabaseAutoConfiguration.PROGRAMS)
public @interface ConditionalOnEmbeddedDatabase {

}
