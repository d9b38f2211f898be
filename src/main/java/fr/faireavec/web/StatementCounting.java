package fr.faireavec.web;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.ResultSet;
import java.util.List;
import java.util.Objects;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.proxy.ResultSetProxyLogic;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the SQL statements of each request and the rows they read, and says so in a
 * Server-Timing header. For the demo and the tests; off in production.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("faireavec.count-statements")
class StatementCounting {

	private static final ThreadLocal<Count> COUNT = ThreadLocal.withInitial(Count::new);

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source) ? ProxyDataSourceBuilder.create(source)
					.listener(new Counter())
					.proxyResultSet((rows, connection, config) -> new CountedRows(rows))
					.build() : bean;
			}
		};
	}

	@Bean
	FilterRegistrationBean<OncePerRequestFilter> statementTiming() {
		FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new Timing());
		registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
		return registration;
	}

	private static void say(HttpServletResponse response) {
		if (!response.isCommitted()) {
			Count count = COUNT.get();
			response.setHeader("Server-Timing", "sql;desc=\"" + count.statements + "\"");
			response.addHeader("Server-Timing", "rows;desc=\"" + count.rows + "\"");
		}
	}

	/** Of one request. */
	private static final class Count {

		private int statements;

		private int rows;

	}

	private record CountedRows(ResultSet results) implements ResultSetProxyLogic {

		@Override
		public @Nullable Object invoke(Object proxy, Method method, Object @Nullable [] args) throws Throwable {
			try {
				Object answer = method.invoke(this.results, args);
				if ("next".equals(method.getName()) && Boolean.TRUE.equals(answer)) {
					COUNT.get().rows++;
				}
				return answer;
			}
			catch (InvocationTargetException ex) {
				throw Objects.requireNonNullElse(ex.getCause(), ex);
			}
		}

	}

	private static final class Timing extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			COUNT.set(new Count());
			// Said before the first byte of any answer, an error's included.
			chain.doFilter(request, new OnCommittedResponseWrapper(response) {
				@Override
				protected void onResponseCommitted() {
					say(response);
				}
			});
			say(response);
		}

	}

	private static final class Counter implements QueryExecutionListener {

		@Override
		public void beforeQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			COUNT.get().statements++;
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			// Counting is done.
		}

	}

}
