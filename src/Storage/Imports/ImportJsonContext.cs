using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>How staged records and reasons are written: camel case, what is not set left out.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    GenerationMode = JsonSourceGenerationMode.Metadata)]
[JsonSerializable(typeof(ImmutableArray<ImportItem>))]
[JsonSerializable(typeof(ImmutableArray<RecordProblem>))]
internal sealed partial class ImportJsonContext : JsonSerializerContext;
