using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Storage.Cash;

/// <summary>How unidentified cash is written inside its envelope: camel case, what is not set left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(UnidentifiedCash))]
internal sealed partial class CashJsonContext : JsonSerializerContext;
