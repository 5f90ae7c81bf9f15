using BillingActors.Grains.Interfaces.Tariffs;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace BillingActors.Gateway.OpenApi;

/// <summary>
/// Says in the schema what the converters do: decimals are strings, and objects have no other members.
/// </summary>
internal static class SchemaNotes
{
    public static Task Apply(
        OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellation)
    {
        var type = context.JsonTypeInfo.Type;
        if ((Nullable.GetUnderlyingType(type) ?? type) == typeof(decimal))
        {
            schema.Type = type == typeof(decimal) ? JsonSchemaType.String : JsonSchemaType.String | JsonSchemaType.Null;
            schema.Format = "decimal";
            schema.Pattern = @"^[+-]?[0-9]*\.?[0-9]+$";
        }
        if (type == typeof(TariffDocument))
        {
            schema.Type = JsonSchemaType.Object;
            schema.Description = "A tariff, as the reference of tariffs describes it.";
            return Task.CompletedTask;
        }
        if (type.Assembly.GetName().Name?.StartsWith("BillingActors", StringComparison.Ordinal) == true
            && schema.Type is { } kind && kind.HasFlag(JsonSchemaType.Object))
            schema.AdditionalPropertiesAllowed = false;
        return Task.CompletedTask;
    }
}
