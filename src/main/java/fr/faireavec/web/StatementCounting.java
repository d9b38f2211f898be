package fr.faireavec.web;

import java.io.IOException;
import java.util.List;

import javax.sql.DataSource;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import net.ttddyy.dsproxy.ExecutionInfo;
import net.ttddyy.dsproxy.QueryInfo;
import net.ttddyy.dsproxy.listener.QueryExecutionListener;
import net.ttddyy.dsproxy.support.ProxyDataSourceBuilder;

import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.web.util.OnCommittedResponseWrapper;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Counts the SQL statements of each request and says so in a Server-Timing header. For
 * the demo and the tests; off in production.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("faireavec.count-statements")
class StatementCounting {

	private static final ThreadLocal<int[]> COUNT = ThreadLocal.withInitial(() -> new int[1]);

	@Bean
	static BeanPostProcessor countingDataSource() {
		return new BeanPostProcessor() {
			@Override
			public Object postProcessAfterInitialization(Object bean, String name) {
				return (bean instanceof DataSource source)
						? ProxyDataSourceBuilder.create(source).listener(new Counter()).build() : bean;
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
			response.setHeader("Server-Timing", "sql;desc=\"" + COUNT.get()[0] + "\"");
		}
	}

	private static final class Timing extends OncePerRequestFilter {

		@Override
		protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
				throws ServletException, IOException {
			COUNT.get()[0] = 0;
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
			COUNT.get()[0]++;
		}

		@Override
		public void afterQuery(ExecutionInfo execution, List<QueryInfo> queries) {
			// Counting is done.
		}

	}

}
