using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>
/// How payments of the stream are written; names and meaning never change, members may be added. What may be null
/// is written as null, so that a member that is missing is a fault.
/// </summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(PaymentEntry))]
internal sealed partial class PaymentRecordJsonContext : JsonSerializerContext;
