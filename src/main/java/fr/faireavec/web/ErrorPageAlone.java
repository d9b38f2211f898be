package fr.faireavec.web;

import fr.faireavec.kernel.NotFound;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** The page of errors is no page to ask for: asked for by itself, there is none. */
class ErrorPageAlone implements HandlerInterceptor {

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		boolean errorPage = handler instanceof HandlerMethod method && method.getBean() instanceof ErrorController;
		if (errorPage && request.getDispatcherType() == DispatcherType.REQUEST) {
			throw new NotFound();
		}
		return true;
	}

}
