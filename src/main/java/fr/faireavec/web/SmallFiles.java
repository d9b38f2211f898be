package fr.faireavec.web;

import java.util.List;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.springframework.web.multipart.MultipartResolver;
import org.springframework.web.multipart.support.StandardServletMultipartResolver;

/** No file is larger than the smallest limit, but where {@link LargerUploads} says so. */
@Configuration(proxyBeanMethods = false)
class SmallFiles {

	/** In bytes. */
	static final long MOST = 2L * 1024 * 1024;

	@Bean
	MultipartResolver multipartResolver() {
		return new StandardServletMultipartResolver() {
			// A page that says what went wrong reads no file.
			@Override
			public boolean isMultipart(HttpServletRequest request) {
				return request.getDispatcherType() != DispatcherType.ERROR && super.isMultipart(request);
			}

			@Override
			public MultipartHttpServletRequest resolveMultipart(HttpServletRequest request) {
				MultipartHttpServletRequest read = super.resolveMultipart(request);
				if (request.getAttribute(UploadLimits.LARGER) == null && read.getMultiFileMap()
					.values()
					.stream()
					.flatMap(List::stream)
					.anyMatch(SmallFiles::isLarge)) {
					throw new MaxUploadSizeExceededException(MOST);
				}
				return read;
			}
		};
	}

	/** It stands among the doors, and nowhere else. */
	@Bean
	FilterRegistrationBean<UploadLimits> noSecondTime(UploadLimits limits) {
		FilterRegistrationBean<UploadLimits> registration = new FilterRegistrationBean<>(limits);
		registration.setEnabled(false);
		return registration;
	}

	private static boolean isLarge(MultipartFile file) {
		return file.getSize() > MOST;
	}

}
