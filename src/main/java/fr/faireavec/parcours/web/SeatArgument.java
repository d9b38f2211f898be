package fr.faireavec.parcours.web;

import java.util.List;
import java.util.Map;

import fr.faireavec.accounts.Viewer;
import fr.faireavec.kernel.NotFound;
import fr.faireavec.parcours.Seat;
import fr.faireavec.parcours.Seats;
import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Configuration;
import org.springframework.core.MethodParameter;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Hands a controller the seat of the signed-in person in the parcours of {slug}. Another
 * seat than the one it asks for is a 404.
 */
@Configuration(proxyBeanMethods = false)
class SeatArgument implements WebMvcConfigurer {

	private final Seats seats;

	SeatArgument(Seats seats) {
		this.seats = seats;
	}

	@Override
	public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
		resolvers.add(new Resolver());
	}

	private final class Resolver implements HandlerMethodArgumentResolver {

		@Override
		public boolean supportsParameter(MethodParameter parameter) {
			return Seat.class.isAssignableFrom(parameter.getParameterType());
		}

		@Override
		public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
				NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
			Seat seat = SeatArgument.this.seats.of(viewer(), slug(request)).orElseThrow(NotFound::new);
			if (!parameter.getParameterType().isInstance(seat)) {
				throw new NotFound();
			}
			request.setAttribute(Seat.class.getName(), seat, RequestAttributes.SCOPE_REQUEST);
			return seat;
		}

		private static Viewer viewer() {
			Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
			if (authentication != null && authentication.getPrincipal() instanceof Viewer viewer) {
				return viewer;
			}
			throw new NotFound();
		}

		private static String slug(NativeWebRequest request) {
			Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
					RequestAttributes.SCOPE_REQUEST);
			if (variables instanceof Map<?, ?> map && map.get("slug") instanceof String slug) {
				return slug;
			}
			throw new NotFound();
		}

	}

}
