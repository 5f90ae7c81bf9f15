using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Interfaces.Tax;

/// <summary>How tax records are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    Converters = [typeof(DecimalText)])]
[JsonSerializable(typeof(TaxStandingDocument))]
internal sealed partial class TaxJsonContext : JsonSerializerContext;
