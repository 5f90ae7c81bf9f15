using System.Collections.Immutable;
using System.Reflection.Metadata;

namespace BillingActors.House.Tests;

/// <summary>Says of a signature whether float or double is anywhere in it.</summary>
internal sealed class FloatFinder : ISignatureTypeProvider<bool, object?>
{
    public static bool Touches(MethodSignature<bool> signature) =>
        signature.ReturnType || signature.ParameterTypes.Any(isFloat => isFloat);

    public bool GetPrimitiveType(PrimitiveTypeCode typeCode) =>
        typeCode is PrimitiveTypeCode.Double or PrimitiveTypeCode.Single;

    public bool GetSZArrayType(bool elementType) => elementType;

    public bool GetArrayType(bool elementType, ArrayShape shape) => elementType;

    public bool GetByReferenceType(bool elementType) => elementType;

    public bool GetPointerType(bool elementType) => elementType;

    public bool GetPinnedType(bool elementType) => elementType;

    public bool GetModifiedType(bool modifier, bool unmodifiedType, bool isRequired) => unmodifiedType;

    public bool GetGenericInstantiation(bool genericType, ImmutableArray<bool> typeArguments) =>
        genericType || typeArguments.Any(isFloat => isFloat);

    public bool GetFunctionPointerType(MethodSignature<bool> signature) => Touches(signature);

    public bool GetGenericMethodParameter(object? genericContext, int index) => false;

    public bool GetGenericTypeParameter(object? genericContext, int index) => false;

    public bool GetTypeFromDefinition(MetadataReader reader, TypeDefinitionHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromReference(MetadataReader reader, TypeReferenceHandle handle, byte rawTypeKind) => false;

    public bool GetTypeFromSpecification(
        MetadataReader reader, object? genericContext, TypeSpecificationHandle handle, byte rawTypeKind) =>
        reader.GetTypeSpecification(handle).DecodeSignature(this, genericContext);
}
