package fr.faireavec.testing;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.WeakHashMap;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.test.context.junit.jupiter.SpringExtension;
import org.springframework.test.util.ReflectionTestUtils;

/**
 * MockMvc's {@code csrf()} leaves a repository of its own in the application's filter,
 * for every test after it: each starts with ours.
 */
class OwnTokens implements BeforeEachCallback {

	private static final String FIELD = "tokenRepository";

	private static final Map<CsrfFilter, CsrfTokenRepository> OURS = Collections.synchronizedMap(new WeakHashMap<>());

	@Override
	public void beforeEach(ExtensionContext context) {
		SpringExtension.getApplicationContext(context)
			.getBeanProvider(FilterChainProxy.class)
			.stream()
			.flatMap((proxy) -> proxy.getFilterChains().stream())
			.flatMap((chain) -> chain.getFilters().stream())
			.filter(CsrfFilter.class::isInstance)
			.map(CsrfFilter.class::cast)
			.forEach((filter) -> ReflectionTestUtils.setField(filter, FIELD,
					OURS.computeIfAbsent(filter, (first) -> (CsrfTokenRepository) Objects
						.requireNonNull(ReflectionTestUtils.getField(first, FIELD)))));
	}

}
