// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.30;

/// @title The cheat codes that these tests use; forge answers at a fixed address
interface Vm {
    // The world
    function warp(uint256 time) external;
    function chainId(uint256 id) external;
    function prank(address sender) external;
    function load(address account, bytes32 slot) external view returns (bytes32);
    function etch(address account, bytes calldata code) external;
    function assume(bool condition) external pure;

    // Keys
    function addr(uint256 key) external pure returns (address);
    function sign(uint256 key, bytes32 digest) external pure returns (uint8 v, bytes32 r, bytes32 s);

    // Expectations
    function expectRevert(bytes calldata reason) external;
    function expectEmit(address emitter) external;
    function assertEq(uint256 left, uint256 right) external pure;
    function assertEq(bytes32 left, bytes32 right) external pure;
    function assertEq(address left, address right) external pure;
    function assertEq(string calldata left, string calldata right) external pure;
    function assertEq(bool left, bool right) external pure;
    function assertTrue(bool condition) external pure;
    function assertFalse(bool condition) external pure;
    function assertLe(uint256 left, uint256 right) external pure;
    function assertTrue(bool condition, string calldata otherwise) external pure;

    // Vectors
    function readFile(string calldata path) external view returns (string memory);
    function parseJsonUint(string calldata json, string calldata at) external pure returns (uint256);
    function parseJsonAddress(string calldata json, string calldata at)
        external
        pure
        returns (address);
    function parseJsonBytes(string calldata json, string calldata at)
        external
        pure
        returns (bytes memory);
    function parseJsonBytes32(string calldata json, string calldata at)
        external
        pure
        returns (bytes32);
    function parseJsonBytes32Array(string calldata json, string calldata at)
        external
        pure
        returns (bytes32[] memory);
    function parseJsonString(string calldata json, string calldata at)
        external
        pure
        returns (string memory);
    function toString(uint256 number) external pure returns (string memory);

    // Measurements
    function snapshotGasLastCall(string calldata group, string calldata name)
        external
        returns (uint256 gas);
}

/// @title What every test contract has
abstract contract Test {
    bool public constant IS_TEST = true; // how forge recognises a test contract
    Vm internal constant vm = Vm(address(uint160(uint256(keccak256("hevm cheat code")))));

    /// @return a number in [low, high]
    function _between(uint256 seed, uint256 low, uint256 high) internal pure returns (uint256) {
        return low + seed % (high - low + 1);
    }
}
