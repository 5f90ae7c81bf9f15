using System.Text.Json.Serialization;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tax;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.BillRuns;

/// <summary>How events and drafts of bill runs are written: as those of accounts.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(LocalDateConverter),
        typeof(PeriodConverter),
        typeof(CurrencyConverter),
        typeof(MoneyConverter),
        typeof(DecimalConverter),
        typeof(KebabCaseConverter<Direction>),
        typeof(KebabCaseConverter<TaxReason>),
    ])]
[JsonSerializable(typeof(RunEvent))]
[JsonSerializable(typeof(DraftBody))]
[JsonSerializable(typeof(SortedDictionary<string, long>))]
internal sealed partial class RunJsonContext : JsonSerializerContext;
