using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingActors.Gateway.Json;

/// <summary>How JSON is read and written: nothing unknown, nothing doubled, nothing missing, nothing guessed.</summary>
internal static class StrictJson
{
    private const int DepthMax = 32;

    public static void Configure(JsonSerializerOptions json)
    {
        json.NumberHandling = JsonNumberHandling.Strict;
        json.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.AllowDuplicateProperties = false;
        json.PropertyNameCaseInsensitive = false;
        json.RespectNullableAnnotations = true;
        json.RespectRequiredConstructorParameters = true;
        json.MaxDepth = DepthMax;
        json.Converters.Add(new ExactDecimalConverter());
        json.Converters.Add(new TariffConverter());
    }
}
