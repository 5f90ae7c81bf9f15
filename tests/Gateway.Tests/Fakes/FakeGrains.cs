using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Reflection;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Hands out fakes instead of grains, one per interface and key, in a cluster of one silo.</summary>
internal sealed class FakeGrains
{
    private readonly ConcurrentDictionary<(Type, object), object> _made = new();
    private readonly Dictionary<Type, Func<object, object>> _makers = [];

    public FakeGrains()
    {
        Factory = DispatchProxy.Create<IGrainFactory, Proxy>();
        ((Proxy)(object)Factory).Answer = (method, args) =>
            method is { Name: nameof(IGrainFactory.GetGrain), IsGenericMethod: true }
                ? Get(method.GetGenericArguments()[0], args[0]!)
                : throw new NotSupportedException(method.Name);
        var cluster = DispatchProxy.Create<IManagementGrain, Proxy>();
        ((Proxy)(object)cluster).Answer = (method, _) =>
            method.Name == nameof(IManagementGrain.GetHosts) ? OneSilo() : throw new NotSupportedException(method.Name);
        _makers[typeof(IManagementGrain)] = _ => cluster;
    }

    public IGrainFactory Factory { get; }

    /// <summary>Stands in for whatever <paramref name="current"/> names at the moment of each call.</summary>
    public static T InPlaceOf<T>(Func<T> current)
        where T : class
    {
        var standIn = DispatchProxy.Create<T, Proxy>();
        ((Proxy)(object)standIn).Answer = (method, args) =>
            method.Invoke(current(), BindingFlags.DoNotWrapExceptions, null, args, CultureInfo.InvariantCulture);
        return standIn;
    }

    public void Make<TGrain>(Func<string, TGrain> make)
        where TGrain : class => _makers[typeof(TGrain)] = key => make((string)key);

    public TFake The<TGrain, TFake>(string key) => (TFake)Get(typeof(TGrain), key);

    private object Get(Type type, object key) => _made.GetOrAdd((type, key), pair => _makers[pair.Item1](pair.Item2));

    private static Task<Dictionary<SiloAddress, SiloStatus>> OneSilo() =>
        Task.FromResult(new Dictionary<SiloAddress, SiloStatus>
        {
            [SiloAddress.New(IPAddress.Loopback, 11111, 1)] = SiloStatus.Active,
        });

#pragma warning disable CA1852 // DispatchProxy derives from this class at run time.
    /// <summary>Answers any method of an interface; the runtime derives from it.</summary>
    public class Proxy : DispatchProxy
    {
        public Func<MethodInfo, object?[], object?> Answer { get; set; } = null!;

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) =>
            Answer(targetMethod!, args ?? []);
    }
#pragma warning restore CA1852
}
