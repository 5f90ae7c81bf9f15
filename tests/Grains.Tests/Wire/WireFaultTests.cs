using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Orleans.Serialization;

namespace BillingActors.Grains.Tests.Wire;

/// <summary>A gateway of its own must know by its type what went wrong in a silo.</summary>
public sealed class WireFaultTests
{
    private static readonly Exception[] _faults =
    [
        new NpgsqlException("The connection was lost."),
        new PostgresException("too many clients", "FATAL", "FATAL", "53300"),
        new StoreBusyException(),
        new StaleVersionException("E/A", 3),
        new UnknownOutcomeException("It may be stored or not.", new NpgsqlException("The connection was lost.")),
    ];

    public static TheoryData<int> Faults => [.. Enumerable.Range(0, _faults.Length)];

    [Theory, MemberData(nameof(Faults))]
    public void A_fault_arrives_as_what_it_is(int index)
    {
        var fault = _faults[index];
        using var services = new ServiceCollection().AddSerializer().AddWireFaults().BuildServiceProvider();
        var serializer = services.GetRequiredService<Serializer>();

        var arrived = serializer.Deserialize<Exception>(serializer.SerializeToArray(fault));

        Assert.IsType(fault.GetType(), arrived);
        Assert.Equal(fault.Message, arrived.Message);
    }
}
