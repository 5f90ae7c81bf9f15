using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.MasterData;

/// <summary>
/// Master records as the bytes that are stored: one canonical form, so that equal records are equal bytes.
/// </summary>
internal static class MasterJson
{
    private static MasterJsonContext Json => MasterJsonContext.Default;

    public static byte[] Write(MasterContent content) => content switch
    {
        { LegalEntity: { } entity } => Bytes(entity, Json.LegalEntityRecord),
        { Customer: { } customer } => Bytes(customer, Json.CustomerRecord),
        { ServicePoint: { } point } => Bytes(point, Json.ServicePointRecord),
        { BillCycle: { } cycle } => Bytes(cycle, Json.BillCycleRecord),
        { Chart: { } chart } => Bytes(chart, Json.ChartRecord),
        { DunningPolicy: { } policy } => Bytes(policy, Json.DunningPolicyRecord),
        { DisputePolicy: { } policy } => Bytes(policy, Json.DisputePolicyRecord),
        { Tariff: { } tariff } => System.Text.Encoding.UTF8.GetBytes(TariffJson.Write(tariff)),
        { TaxJurisdiction: { } jurisdiction } => TaxJson.Write(jurisdiction),
        { TaxProfile: { } profile } => TaxJson.Write(profile),
        _ => throw new ArgumentException("A master record has one content.", nameof(content)),
    };

    public static MasterContent Read(MasterKind kind, ReadOnlySpan<byte> json) => kind switch
    {
        MasterKind.LegalEntity => new(LegalEntity: JsonSerializer.Deserialize(json, Json.LegalEntityRecord)),
        MasterKind.Customer => new(Customer: JsonSerializer.Deserialize(json, Json.CustomerRecord)),
        MasterKind.ServicePoint => new(ServicePoint: JsonSerializer.Deserialize(json, Json.ServicePointRecord)),
        MasterKind.BillCycle => new(BillCycle: JsonSerializer.Deserialize(json, Json.BillCycleRecord)),
        MasterKind.TaxJurisdiction => new(TaxJurisdiction: TaxJson.ReadJurisdiction(json)),
        MasterKind.TaxProfile => new(TaxProfile: TaxJson.ReadProfile(json)),
        MasterKind.Chart => new(Chart: JsonSerializer.Deserialize(json, Json.ChartRecord)),
        MasterKind.DunningPolicy => new(DunningPolicy: JsonSerializer.Deserialize(json, Json.DunningPolicyRecord)),
        MasterKind.DisputePolicy => new(DisputePolicy: JsonSerializer.Deserialize(json, Json.DisputePolicyRecord)),
        _ => new(Tariff: TariffJson.Read(json)),
    };

    private static byte[] Bytes<T>(T record, JsonTypeInfo<T> type) => JsonSerializer.SerializeToUtf8Bytes(record, type);
}
