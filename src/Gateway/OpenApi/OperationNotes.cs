using System.Globalization;
using System.Net.Mime;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingActors.Gateway.OpenApi;

/// <summary>Writes into each operation what its endpoint declares: permission, headers, pages and problems.</summary>
internal static class OperationNotes
{
    private const string ProblemMediaType = "application/problem+json";

    private static readonly RefusalNote Body =
        new([ProblemCode.BodyInvalid, ProblemCode.BodyTooLarge, ProblemCode.MediaTypeUnsupported]);

    public static async Task Apply(
        OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var metadata = context.Description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<PermissionRequirement>().LastOrDefault() is { } needs)
            operation.Description = $"Needs the permission `{needs.Permission}`.";
        operation.Parameters ??= [];
        foreach (var notes in metadata.OfType<HeaderNote>().GroupBy(note => note.Name, StringComparer.Ordinal))
            operation.Parameters.Add(Parameter(notes.Last()));
        foreach (var query in metadata.OfType<QueryNote>())
            operation.Parameters.Add(Parameter(query));
        var problem = await context.GetOrCreateSchemaAsync(typeof(ProblemBody), null, cancellation);
        context.Document?.AddComponent("Problem", problem);
        var refusals = metadata.OfType<RefusalNote>();
        AddProblems(operation, TakesJson(operation) ? refusals.Append(Body) : refusals, context.Document);
    }

    // The handler's parameters say whether a call takes a body, so no endpoint needs to declare it.
    private static bool TakesJson(OpenApiOperation operation) =>
        operation.RequestBody?.Content?.ContainsKey(MediaTypeNames.Application.Json) == true;

    private static void AddProblems(
        OpenApiOperation operation, IEnumerable<RefusalNote> notes, OpenApiDocument? document)
    {
        operation.Responses ??= [];
        var byStatus = notes.SelectMany(note => note.Codes).Distinct(StringComparer.Ordinal)
            .Select(ProblemCatalogue.Of).GroupBy(kind => kind.Status);
        foreach (var kinds in byStatus.OrderBy(group => group.Key))
        {
            var codes = kinds.Select(kind => kind.Code).Order(StringComparer.Ordinal);
            operation.Responses[kinds.Key.ToString(CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Description = string.Join(", ", codes),
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [ProblemMediaType] = new() { Schema = new OpenApiSchemaReference("Problem", document) },
                },
            };
        }
    }

    private static OpenApiParameter Parameter(HeaderNote note) => new()
    {
        Name = note.Name,
        In = ParameterLocation.Header,
        Required = note.IsRequired,
        Description = note.Text,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    private static OpenApiParameter Parameter(QueryNote note) => new()
    {
        Name = note.Name,
        In = ParameterLocation.Query,
        Description = note.Text,
        Schema = new OpenApiSchema { Type = note.Type == "integer" ? JsonSchemaType.Integer : JsonSchemaType.String },
    };
}
