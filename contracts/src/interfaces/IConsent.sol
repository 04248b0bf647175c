// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

import {Batch} from "../types/Batch.sol";

/// @notice Holds the roots under which owners' signed `Grant` statements stand, and a consent counter per collection.
///         A grant counts only while it names the present counter. It never holds a grant or a consent share.
interface IConsent {
    /// @notice Request, root, manifest and count must all be non-zero.
    error ConsentGrantsEmpty(bytes32 request, bytes32 root, bytes32 manifest, uint32 count);
    error ConsentGrantsAlreadyPosted(bytes32 root);
    /// @notice A revocation must name the present counter plus one; another one is a replay or comes too early.
    error ConsentCounterMismatch(address owner, bytes32 collection, uint64 expected, uint64 given);

    /// @param manifest blob address of the list of grants and signatures
    event GrantsPosted(
        bytes32 indexed request,
        bytes32 indexed root,
        address indexed relayer,
        bytes32 manifest,
        uint32 count
    );
    /// @param counter the new value: no grant that names a lower one counts
    event ConsentRevoked(address indexed owner, bytes32 indexed collection, uint64 counter);

    /// @notice Posts a batch of grants for a request. A RELAYER or a HOSPITAL only.
    /// @dev    `request` helps those who look for grants; what a grant is for, its owner signed in the grant.
    /// @param  request  id of the request
    /// @param  root     root of the positional tree over the statement hashes of the grants
    /// @param  manifest blob address of the list of grants and signatures; told in the event only
    /// @param  count    number of grants
    function postGrants(bytes32 request, bytes32 root, bytes32 manifest, uint32 count) external;

    /// @notice Ends all grants of a collection. Anyone may submit; the owner signs a `Revocation`.
    /// @param  counter the new counter = the present one plus one
    function revoke(address owner, bytes32 collection, uint64 counter, bytes calldata signature)
        external;

    /// @notice Ends all grants of a collection of the caller's own.
    function revokeDirect(bytes32 collection) external;

    /// @return the consent counter; 0 until the first revocation
    function counter(address owner, bytes32 collection) external view returns (uint64);

    /// @return where the counter stands in the mapping: keccak256(abi.encode(owner, collection))
    function counterKey(address owner, bytes32 collection) external pure returns (bytes32);

    /// @param  grant statement hash of a `Grant`
    /// @return whether the batch is posted and holds `grant` at `index`; says nothing of counter and expiry
    function verifyGrant(bytes32 root, bytes32 grant, uint256 index, bytes32[] calldata proof)
        external
        view
        returns (bool);

    /// @return the batch of grants under `root`; all zero when there is none
    function grantBatch(bytes32 root) external view returns (Batch memory);
}
