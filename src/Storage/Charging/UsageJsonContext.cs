using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Charging;

/// <summary>How records are written inside their envelope: camel case, what is not set left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(DecimalConverter),
        typeof(KebabCaseConverter<CallDirection>),
    ])]
[JsonSerializable(typeof(ImmutableArray<UsageRecord>))]
internal sealed partial class UsageJsonContext : JsonSerializerContext;
