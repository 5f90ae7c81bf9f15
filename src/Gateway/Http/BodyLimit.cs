using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Http;

/// <summary>
/// Refuses a body that says it is too large, and lets the server cut one that does not say its length.
/// </summary>
internal static class BodyLimit
{
    public static IApplicationBuilder UseBodyLimit(this IApplicationBuilder app)
    {
        var options = app.ApplicationServices.GetRequiredService<IOptions<GatewayOptions>>().Value;
        return app.Use((context, next) =>
        {
            var countMax = context.GetEndpoint()?.Metadata.GetMetadata<FileBody>() is null
                ? options.BodyBytesMax
                : options.ImportBytesMax;
            if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
                feature.MaxRequestBodySize = countMax;
            return context.Request.ContentLength > countMax
                ? Refused.With(ProblemCode.BodyTooLarge, $"At most {countMax} bytes are read.").ExecuteAsync(context)
                : next(context);
        });
    }
}
