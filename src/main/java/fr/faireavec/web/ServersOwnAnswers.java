package fr.faireavec.web;

import fr.faireavec.kernel.BaseUrl;
import org.apache.catalina.Lifecycle;
import org.apache.catalina.connector.Connector;
import org.apache.coyote.Adapter;
import org.apache.coyote.Request;
import org.apache.coyote.Response;
import org.apache.tomcat.util.net.SocketEvent;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What the server refuses by itself, before any filter of ours sees it (an address it
 * cannot read, a method it does not serve), says the same to browsers as everything else.
 * See {@link ResponseHeaders}, which leaves alone what stands here already.
 */
@Component
class ServersOwnAnswers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

	private final BaseUrl baseUrl;

	ServersOwnAnswers(BaseUrl baseUrl) {
		this.baseUrl = baseUrl;
	}

	@Override
	public void customize(TomcatServletWebServerFactory factory) {
		factory.addConnectorCustomizers((connector) -> connector.addLifecycleListener((event) -> {
			if (Lifecycle.AFTER_INIT_EVENT.equals(event.getType())) {
				speakFirst(connector);
			}
		}));
	}

	private void speakFirst(Connector connector) {
		var handler = connector.getProtocolHandler();
		handler.setAdapter(new SpeakingFirst(handler.getAdapter(), this.baseUrl.isSecure()));
	}

	private record SpeakingFirst(Adapter next, boolean secure) implements Adapter {

		@Override
		public void service(Request request, Response response) throws Exception {
			response.setHeader("X-Content-Type-Options", "nosniff");
			response.setHeader("X-Frame-Options", "DENY");
			response.setHeader("Content-Security-Policy", ResponseHeaders.policy(this.secure));
			if (this.secure) {
				response.setHeader("Strict-Transport-Security",
						"max-age=" + ResponseHeaders.REMEMBER_HTTPS + " ; includeSubDomains");
			}
			this.next.service(request, response);
		}

		@Override
		public boolean prepare(Request request, Response response) throws Exception {
			return this.next.prepare(request, response);
		}

		@Override
		public boolean asyncDispatch(Request request, Response response, SocketEvent status) throws Exception {
			return this.next.asyncDispatch(request, response, status);
		}

		@Override
		public void log(Request request, Response response, long time) {
			this.next.log(request, response, time);
		}

		@Override
		public void checkRecycled(Request request, Response response) {
			this.next.checkRecycled(request, response);
		}

		@Override
		public String getDomain() {
			return this.next.getDomain();
		}

	}

}
