using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Formats.Payments;

/// <summary>A payment as a line of JSON says it.</summary>
internal sealed record PaymentLine(
    string EntityId,
    string Source,
    string PaymentId,
    string Method,
    long AmountMinor,
    string Currency,
    DateOnly ValueOn,
    string? AccountId = null,
    string? Reference = null,
    string? BatchId = null,
    string? CardToken = null,
    string? RetryOf = null,
    bool IsOnAccount = false,
    ImmutableArray<PaidItem>? Items = null,
    string? Allocation = null)
{
    /// <summary>Members that are missing or unknown are faults, and numbers are numbers.</summary>
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        NumberHandling = JsonNumberHandling.Strict,
        AllowDuplicateProperties = false,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        MaxDepth = 8,
    };
}
