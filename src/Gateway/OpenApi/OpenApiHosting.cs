using System.Security.Cryptography;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace BillingActors.Gateway.OpenApi;

/// <summary>/openapi/v1.json and the pages at /scalar, which load nothing from anywhere else.</summary>
internal static class OpenApiHosting
{
    private const string Document = "v1";
    private const int NonceBytes = 16;

    public static IServiceCollection AddBillingOpenApi(this IServiceCollection services) =>
        services.AddOpenApi(Document, options =>
        {
            options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
            options.AddSchemaTransformer(SchemaNotes.Apply);
            options.AddOperationTransformer(OperationNotes.Apply);
            options.AddDocumentTransformer(DocumentNotes.Apply);
        });

    public static void MapBillingOpenApi(this IEndpointRouteBuilder routes)
    {
        routes.MapOpenApi().AllowAnonymous();
        routes.MapScalarApiReference(Configure).AllowAnonymous();
    }

    private static void Configure(ScalarOptions options, HttpContext http)
    {
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(NonceBytes));
        options.WithTitle("BillingActors").WithNonce(nonce).DisableDefaultFonts().DisableTelemetry().DisableAgent()
            .DisableMcp().HideDeveloperTools();
        http.Response.Headers.ContentSecurityPolicy =
            $"default-src 'self'; script-src 'self' 'nonce-{nonce}'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'";
    }
}
