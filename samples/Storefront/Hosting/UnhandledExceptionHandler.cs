using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;

namespace Storefront.Hosting;

/// <summary>Logs what no handler caught and answers without a word of it.</summary>
public sealed class UnhandledExceptionHandler(
    IProblemDetailsService problemDetails,
    ILogger<UnhandledExceptionHandler> logger) : IExceptionHandler
{
    /// <inheritdoc />
    public async ValueTask<bool> TryHandleAsync(
        HttpContext httpContext,
        Exception exception,
        CancellationToken cancellationToken)
    {
        if (exception is BadHttpRequestException badRequest)
        {
            logger.LogWarning(exception, "A malformed request was refused with {StatusCode}", badRequest.StatusCode);
            return await AnswerAsync(httpContext, badRequest.StatusCode, "The request is malformed.");
        }

        logger.LogError(exception, "Unhandled exception in {Method} {Endpoint}",
            httpContext.Request.Method, httpContext.GetEndpoint()?.DisplayName);
        return await AnswerAsync(httpContext, StatusCodes.Status500InternalServerError, "An unexpected error occurred.");
    }

    private async ValueTask<bool> AnswerAsync(HttpContext httpContext, int statusCode, string title)
    {
        httpContext.Response.StatusCode = statusCode;
        return await problemDetails.TryWriteAsync(new ProblemDetailsContext
        {
            HttpContext = httpContext,
            ProblemDetails = new ProblemDetails { Status = statusCode, Title = title },
        });
    }
}
