using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Grains.Charging;

/// <summary>Records of one account that are rated together.</summary>
internal sealed record AccountUsage(string AccountKey, CommandEnvelope Envelope, RateUsage Command);
