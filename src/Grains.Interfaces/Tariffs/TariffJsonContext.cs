using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>How tariffs are written as JSON.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowOutOfOrderMetadataProperties = true,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false,
    WriteIndented = true,
    Converters = [typeof(DecimalText), typeof(SettingTexts)])]
[JsonSerializable(typeof(TariffDocument))]
[JsonSerializable(typeof(SubscriptionLifeDocument))]
internal sealed partial class TariffJsonContext : JsonSerializerContext;
